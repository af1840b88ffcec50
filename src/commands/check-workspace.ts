// Checks the releases of a workspace: reads each, finds those it answers to, runs the rules.
import type { Brand } from '../brand/brand.ts';
import { type Cache, hashOf, type Name } from '../checks/cache.ts';
import { type Clock, checkRelease, weigh } from '../checks/check.ts';
import type { RuleLevel } from '../checks/preset.ts';
import { readWorkspaceFile } from '../checks/read.ts';
import type { Related, Rule } from '../checks/rule.ts';
import { type CheckConfig, type Settings, settingsFor } from '../checks/settings.ts';
import { once } from '../checks/text.ts';
import type { Finding } from '../finding.ts';
import { mediaOf } from '../release/media.ts';
import { parseDraft, parseFileName, type ReleaseDefaults } from '../release/parse.ts';
import { checkAllMedia, readSource } from '../release/read.ts';
import type { Release } from '../release/release.ts';

export interface Desk {
  /** Absolute path. */
  readonly root: string;
  readonly brand: Brand | null;
  readonly defaults: ReleaseDefaults;
  readonly config: CheckConfig;
  readonly flags: Readonly<Record<string, RuleLevel>>;
  readonly rules: readonly Rule[];
  readonly today: string;
  /** Every release of the workspace, by path, sorted. */
  readonly files: readonly string[];
  readonly clock?: Clock | undefined;
  /** Milliseconds by rule, with `--timing`. */
  readonly costs?: Map<string, number> | undefined;
  readonly cache?: Cache | undefined;
  /** Of the files read for others' sake, so that each is read once. */
  readonly hashes: Map<string, string>;
  /** The releases read last, so that one that others answer to is parsed once. */
  readonly drafts: Map<string, ReturnType<typeof parseDraft> & { readonly text: string }>;
}

export interface Checked {
  readonly file: string;
  /** Undefined when the file is no text. */
  readonly source: string | undefined;
  readonly name: Name;
  readonly findings: readonly Finding[];
}

/** Checks one file of the workspace. */
export async function checkFile(desk: Desk, file: string): Promise<Checked> {
  const { source, findings } = await readSource(desk.root, file);
  if (source === undefined) return { file, source: undefined, name: null, findings };
  const { text } = source;
  if (desk.cache === undefined) return checkSource(desk, file, text);
  const hash = hashOf(text, ...relatedHashes(desk, file, text));
  const known = desk.cache.find(file, hash);
  if (known !== undefined) return { file, source: text, ...known };
  const media = new Set<string>();
  const checked = await checkSource(desk, file, text, media);
  desk.cache.keep(file, hash, [...media], checked);
  return checked;
}

/** What else the findings of a file hang on, told without parsing it. */
function relatedHashes({ root, files, hashes, today }: Desk, file: string, text: string): string[] {
  const corrects = /^corrects:\s*["']?([^\s"'#]+)/m.exec(text)?.[1] ?? null;
  const own = { file, ...parseFileName(file), corrects };
  const { translations, corrected, earlier, upcoming } = relatedFiles(files, own, today);
  return [...translations, corrected ?? '', ...earlier, ...upcoming].map((path) => {
    const known = hashes.get(path) ?? hashOf(path, decode(readWorkspaceFile(root, path)));
    hashes.set(path, known);
    return known;
  });
}

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Checks a text as if it stood in `file`; adds to `media` every other file that was looked at. */
export async function checkSource(
  desk: Desk,
  file: string,
  text: string,
  media = new Set<string>(),
): Promise<Checked> {
  const { draft, findings } = readDraft(desk, file, text);
  if (draft === undefined) {
    const settings = settingsOf(desk, file, parseFileName(file).language ?? desk.defaults.language);
    return { file, source: text, name: null, findings: weigh(findings, settings) };
  }
  for (const { path } of mediaOf(draft)) media.add(path);
  const found = await checkRelease(
    {
      release: draft,
      brand: desk.brand,
      settings: settingsOf(desk, file, draft.language),
      today: desk.today,
      related: relatedTo(desk, draft),
      readFile: (path) => {
        media.add(path);
        return readWorkspaceFile(desk.root, path);
      },
      parsing: [...findings, ...(await checkAllMedia(desk.root, draft))],
    },
    desk.rules,
    desk.clock,
  );
  const { id, slug, language, title } = draft;
  return { file, source: text, name: { file, id, slug, language, title }, findings: found };
}

export const settingsOf = ({ config, flags }: Desk, file: string, language: string): Settings =>
  settingsFor(file, language, config, flags);

/** How many earlier releases a rule may look at for what was left over from them. */
const mostEarlier = 3;

/** How many releases may be under embargo at a time, and how many days before its end one may be dated. */
const mostUpcoming = 12;
const longestEmbargoDays = 14;

interface RelatedFiles {
  readonly translations: string[];
  readonly corrected: string | undefined;
  readonly earlier: string[];
  readonly upcoming: string[];
}

/** The files that a release answers to, by their names alone. `today` is `YYYY-MM-DD`. */
export function relatedFiles(
  files: readonly string[],
  { file, slug, corrects }: { file: string; slug: string; corrects: string | null },
  today: string,
): RelatedFiles {
  const since = new Date(Date.parse(`${today}T00:00:00Z`) - longestEmbargoDays * 86_400_000).toISOString();
  const own = parseFileName(file).language;
  const named = files.map((path) => ({ path, ...parseFileName(path) })).filter(({ path }) => path !== file);
  const sameLanguage = named.filter(({ language }) => language === own);
  return {
    translations: named.filter((other) => other.slug === slug).map(({ path }) => path),
    corrected: (
      sameLanguage.find((other) => other.slug === corrects) ?? named.find((other) => other.slug === corrects)
    )?.path,
    earlier: sameLanguage
      .filter((other) => /^\d{4}-\d\d-\d\d/.test(other.slug) && other.slug < slug && other.slug !== corrects)
      .map(({ path }) => path)
      .sort()
      .slice(-mostEarlier)
      .reverse(),
    upcoming: named
      .filter((other) => other.slug !== slug && other.slug.slice(0, 10) >= since.slice(0, 10))
      .filter((other) => /^\d{4}-\d\d-\d\d/.test(other.slug))
      .map(({ path }) => path)
      .sort()
      .slice(0, mostUpcoming),
  };
}

/** Each release is read only when a rule asks for it. */
function relatedTo(desk: Desk, release: Release): Related {
  const names = once(() => relatedFiles(desk.files, release, desk.today));
  const read = (path: string): Release[] => {
    const bytes = readWorkspaceFile(desk.root, path);
    if (bytes === undefined) return [];
    return [readDraft(desk, path, new TextDecoder().decode(bytes)).draft ?? []].flat();
  };
  const translations = once(() => names().translations.flatMap(read));
  const corrected = once(() => [names().corrected ?? []].flat().flatMap(read)[0] ?? null);
  const earlier = once(() => names().earlier.flatMap(read));
  const upcoming = once(() => names().upcoming.flatMap(read));
  return {
    get translations() {
      return translations();
    },
    get corrected() {
      return corrected();
    },
    get earlier() {
      return earlier();
    },
    get upcoming() {
      return upcoming();
    },
  };
}

/** More than any release answers to; all of a large newsroom would not fit in memory. */
const mostDrafts = 48;

/** The files come in order of date, so that a release just checked is soon asked for as an earlier one or a translation. */
function readDraft({ drafts, defaults }: Desk, file: string, text: string): ReturnType<typeof parseDraft> {
  const known = drafts.get(file);
  if (known?.text === text) return known;
  const parsed = { text, ...parseDraft({ file, text }, defaults) };
  drafts.delete(file);
  drafts.set(file, parsed);
  const [oldest] = drafts.keys();
  if (drafts.size > mostDrafts && oldest !== undefined) drafts.delete(oldest);
  return parsed;
}
