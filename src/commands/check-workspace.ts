// Checks the releases of a workspace: reads each, finds those it answers to, runs the rules.
import type { Brand } from '../brand/brand.ts';
import { type Cache, hashOf, type Name } from '../checks/cache.ts';
import { type Clock, checkRelease, weigh } from '../checks/check.ts';
import type { RuleLevel } from '../checks/preset.ts';
import { readWorkspaceFile } from '../checks/read.ts';
import type { Related, Rule } from '../checks/rule.ts';
import { type CheckConfig, type Settings, settingsFor } from '../checks/settings.ts';
import { once } from '../checks/text.ts';
import { byPlace, type Finding } from '../finding.ts';
import type { ReleaseDefaults } from '../release/head.ts';
import { mediaOf } from '../release/media.ts';
import { parseDraft } from '../release/parse.ts';
import { checkAllMedia, readSource } from '../release/read.ts';
import type { Outline, Release } from '../release/release.ts';
import { parseFileName } from '../release/source.ts';
import type { FindRelated } from './check-related.ts';

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
  /** What would be wrong with the PDF, with `--pdf`. */
  readonly preflight?: ((release: Release) => readonly Finding[]) | undefined;
  readonly related: FindRelated;
  readonly cache?: Cache | undefined;
  /** Of the files read for others' sake, so that each is read once. */
  readonly hashes: Map<string, string>;
  /** The releases read last, as they stand on the disk, so that one that others answer to is read and parsed once. */
  readonly drafts: Map<string, ReturnType<typeof parseDraft> & { readonly text: string }>;
}

export interface Checked {
  readonly file: string;
  /** Undefined when the file is no text. */
  readonly source: string | undefined;
  readonly name: Name;
  readonly findings: readonly Finding[];
  /** Images and attachments that were looked at. */
  readonly media: readonly string[];
}

/** Checks one file of the workspace. Before it, an interruption and the answers of other threads get their turn. */
export async function checkFile(desk: Desk, file: string): Promise<Checked> {
  await new Promise((resolve) => setImmediate(resolve));
  const { source, findings } = readSource(desk.root, file);
  if (source === undefined) return { file, source: undefined, name: null, findings, media: [] };
  return checkSource(desk, file, source.text);
}

/** What the cache remembers of files, and how to make it remember more. */
export interface Remembered {
  readonly known: ReadonlyMap<string, Checked>;
  readonly keep: (checked: readonly Checked[]) => void;
}

/** Reads every file once to tell which of them, and of the releases they answer to, are as they were. */
export function recall(desk: Desk, cache: Cache, files: readonly string[]): Remembered {
  const known = new Map<string, Checked>();
  const hashes = new Map<string, string>();
  for (const file of files) {
    const text = decode(readWorkspaceFile(desk.root, file));
    // Bytes that are no UTF-8 are a finding of their own, told afresh each time.
    if (text.includes('\uFFFD')) continue;
    desk.hashes.set(file, hashOf(file, text));
    const hash = hashOf(...relatedHashes(desk, file, text));
    hashes.set(file, hash);
    const found = cache.find(file, hash);
    if (found !== undefined) known.set(file, { file, source: text, media: [], ...found });
  }
  return {
    known,
    keep: (checked) => {
      for (const one of checked) {
        const hash = hashes.get(one.file);
        if (hash !== undefined) cache.keep(one.file, hash, one.media, one);
      }
      cache.save();
    },
  };
}

/** The file and what else its findings hang on, told without parsing it. */
function relatedHashes({ root, related, hashes }: Desk, file: string, text: string): string[] {
  const corrects = /^corrects:\s*["']?([^\s"'#]+)/m.exec(text)?.[1] ?? null;
  const { translations, corrected, earlier, upcoming } = related(file, corrects);
  return [file, ...translations, corrected ?? '', ...earlier, ...upcoming].map((path) => {
    const known = hashes.get(path) ?? hashOf(path, decode(readWorkspaceFile(root, path)));
    hashes.set(path, known);
    return known;
  });
}

const decoder = new TextDecoder();
/** Without a byte order mark; what is no UTF-8 becomes U+FFFD. */
const decode = (bytes: Uint8Array | undefined): string => decoder.decode(bytes);

/** Checks a text as if it stood in `file`. */
export async function checkSource(desk: Desk, file: string, text: string): Promise<Checked> {
  const media = new Set<string>();
  const { draft, hasHead, outline, findings } = readDraft(desk, file, text);
  if (draft === undefined || outline === undefined) {
    const settings = settingsOf(desk, file, parseFileName(file).language ?? desk.defaults.language);
    return { file, source: text, name: null, findings: weigh(findings, settings), media: [] };
  }
  for (const { path } of mediaOf(draft)) media.add(path);
  const settings = settingsOf(desk, file, draft.language);
  const found = await checkRelease(
    {
      release: draft,
      brand: desk.brand,
      settings: hasHead ? settings : forWordsOnly(settings, desk.rules),
      today: desk.today,
      related: relatedTo(desk, draft),
      readFile: (path) => {
        media.add(path);
        return readWorkspaceFile(desk.root, path);
      },
      parsing: [...findings, ...(await checkAllMedia(desk.root, draft)), ...(desk.preflight?.(draft) ?? [])],
    },
    desk.rules,
    desk.clock,
  );
  const { id, slug, language, title } = draft;
  const name = hasHead ? { file, id, slug, language, title } : null;
  const unmet = hasHead ? [] : weigh(await unmetIn(desk, outline), settings);
  return { file, source: text, name, findings: [...found, ...unmet].toSorted(byPlace), media: [...media] };
}

/** What a release asks of its brand in vain, where the rules that would tell of it do not run. */
async function unmetIn({ brand }: Desk, outline: Outline): Promise<readonly Finding[]> {
  if (brand === null) return [];
  const { unmetBy } = await import('./gather.ts');
  return unmetBy(brand, outline);
}

/** The groups of rules that judge words as such, whatever the title, the date or the region. */
const ofWords = /^(?:paste|typography|grammar|names|accessibility|spelling|comments)\//;

/** Without the rules that would take a stand-in for what a release says. */
function forWordsOnly(settings: Settings, rules: readonly Rule[]): Settings {
  const others = rules.filter(({ id }) => !ofWords.test(id));
  const off = Object.fromEntries(others.map(({ id }) => [id, { level: 'off' as const }]));
  return { ...settings, rules: { ...settings.rules, ...off } };
}

export const settingsOf = ({ config, flags }: Desk, file: string, language: string): Settings =>
  settingsFor(file, language, config, flags);

/** Each release is read only when a rule asks for it. */
function relatedTo(desk: Desk, release: Release): Related {
  const names = once(() => desk.related(release.file, release.corrects));
  const read = (path: string): Release[] => {
    const known = desk.drafts.get(path);
    if (known !== undefined) return wholeOf(known);
    const bytes = readWorkspaceFile(desk.root, path);
    if (bytes === undefined) return [];
    return wholeOf(readDraft(desk, path, decode(bytes)));
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

const wholeOf = ({ draft, hasHead }: ReturnType<typeof parseDraft>): Release[] =>
  draft !== undefined && hasHead ? [draft] : [];

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
