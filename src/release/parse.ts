// Source text → Release, with everything that is wrong with it. Pure.
import type { Finding, Place, Wording } from '../finding.ts';
import { isError } from '../finding.ts';
import { parseYaml } from '../yaml.ts';
import { type Frontmatter, parseFrontmatter } from './frontmatter.ts';
import { type InstantProblem, isCalendarDay, parseInstant } from './instant.ts';
import { parseMarkdown, tooDeepAt } from './markdown.ts';
import type { Release, ZonedInstant } from './release.ts';

/** What a release does not say, its brand does. */
export interface ReleaseDefaults {
  readonly language: string;
  /** By language (BCP 47); one that is not there has the city of `language`. */
  readonly city: Readonly<Record<string, string>>;
  /** ISO 3166-1: the region of a release that names none. */
  readonly country: string;
}

export interface SourceFile {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
}

const largest = 1_000_000;

/** `releases/2020-11-25-salon.en.md` → slug `2020-11-25-salon`, language `en` (null when the name gives none). */
export function parseFileName(file: string): { readonly slug: string; readonly language: string | null } {
  const stem = file.replace(/^.*\//, '').replace(/\.(md|markdown)$/i, '');
  const [, slug = stem, language = null] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(stem) ?? [];
  return { slug, language };
}

/** A release without its text. */
export type ReleaseHead = Omit<Release, 'body' | 'abbreviations'>;

/** Reads one release; `release` is undefined when an error leaves no whole one. All problems are reported at once. */
export function parseRelease(
  source: SourceFile,
  defaults: ReleaseDefaults,
): { readonly release: Release | undefined; readonly findings: readonly Finding[] } {
  const { draft, findings } = parseDraft(source, defaults);
  return { release: findings.some(isError) ? undefined : draft, findings };
}

/**
 * Reads what can be read of a release in spite of its errors, because a check goes on where a build must stop: `draft`
 * has its whole text, less the frontmatter keys that nobody knows.
 */
export function parseDraft(
  source: SourceFile,
  defaults: ReleaseDefaults,
): { readonly draft: Release | undefined; readonly findings: readonly Finding[] } {
  const { head, readable, findings: headFindings } = parseHead(source, defaults);
  if (!readable) return { draft: undefined, findings: headFindings };
  const { body, abbreviations, findings: bodyFindings } = parseMarkdown(source.text, source.file);
  const known = head ?? parseHead({ ...source, text: hideKeys(source.text, headFindings) }, defaults).head;
  const draft = known && { ...known, source: source.text, body, abbreviations };
  return { draft, findings: [...headFindings, ...bodyFindings] };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Turns the lines of unknown and invalid keys into YAML comments of the same length, so that all places stay true. */
function hideKeys(text: string, findings: readonly Finding[]): string {
  const lines = text.split('\n');
  for (const { rule, place } of findings) {
    if (rule !== 'frontmatter/unknown-key' && rule !== 'frontmatter/invalid') continue;
    const indent = indentOf(lines[place.line - 1] ?? '');
    const end = lines.findIndex((line, index) => index >= place.line && indentOf(line) <= indent);
    for (let line = place.line - 1; line < end; line += 1)
      lines[line] = (lines[line] ?? '').replace(/^./, '#');
  }
  return lines.join('\n');
}

/** Reads the frontmatter alone. `readable` is false when there is no text to go on with. */
export function parseHead(
  { file, text }: SourceFile,
  defaults: ReleaseDefaults,
): {
  readonly head: ReleaseHead | undefined;
  readonly readable: boolean;
  readonly findings: readonly Finding[];
} {
  const unreadable = unreadableSource(file, text);
  if (unreadable) return { head: undefined, readable: false, findings: [unreadable] };
  const header = headerOf(text) ?? '';
  const yaml = parseYaml(header, file, 'frontmatter', 2);
  const frontmatter = parseFrontmatter(yaml);
  if (frontmatter.value === undefined)
    return { head: undefined, readable: true, findings: frontmatter.findings };

  const named = parseFileName(file);
  const language = frontmatter.value.language ?? named.language ?? defaults.language;
  const instants = readInstants(frontmatter.value, yaml.placeAt);
  const findings = [
    ...languageFindings(language, named.language, yaml.placeAt(['language'])),
    ...instants.findings,
  ];
  const head: ReleaseHead = {
    ...complete(frontmatter.value, language, defaults),
    file,
    source: text,
    slug: named.slug,
    id: language === defaults.language ? named.slug : `${named.slug}.${language}`,
    language,
    date: (instants.time?.local ?? frontmatter.value.date).slice(0, 10),
    time: instants.time,
    embargo: instants.embargo,
    places: yaml.places,
  };
  return { head: findings.some(isError) ? undefined : head, readable: true, findings };
}

/** What takes the parser the square of its time, told before it starts: signs of nesting in a row, brackets without end. */
const nestedTooDeep = /(?:>[ \t]{0,4}|(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}){100}/;
const mostBrackets = 10_000;

const headerOf = (text: string): string | undefined =>
  text.startsWith('---') ? /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1] : undefined;

/** Why a text cannot be a release at all. */
function unreadableSource(file: string, text: string): Finding | undefined {
  const finding = (rule: string, message: Wording, remedy: Wording): Finding => ({
    rule,
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message,
    remedy,
  });
  if (text.trim() === '') {
    return finding(
      'source/empty',
      { fr: 'Fichier vide', en: 'Empty file' },
      {
        fr: 'Écrivez l’en-tête (title, date) entre deux lignes `---`, puis le texte.',
        en: 'Write the frontmatter (title, date) between two `---` lines, then the text.',
      },
    );
  }
  if (text.length > largest) {
    return finding(
      'source/too-large',
      { fr: 'Plus d’un million de caractères', en: 'More than a million characters' },
      { fr: 'Joignez le long document en pièce jointe.', en: 'Attach the long document instead.' },
    );
  }
  const nested = nestedTooDeep.exec(text);
  if (nested !== null) {
    const before = text.slice(0, nested.index).split('\n');
    return tooDeepAt({ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  }
  if ((text.match(/[[\]]/g)?.length ?? 0) > mostBrackets) {
    return finding(
      'markdown/brackets',
      { fr: `Plus de ${mostBrackets} crochets`, en: `More than ${mostBrackets} brackets` },
      { fr: 'Retirez ceux qui n’entourent aucun lien.', en: 'Take out those around no link.' },
    );
  }
  if (headerOf(text) === undefined && text.startsWith('---')) {
    return finding(
      'frontmatter/missing',
      { fr: 'L’en-tête n’est jamais fermé', en: 'The frontmatter is never closed' },
      {
        fr: 'Mettez `---`, seul sur une ligne, entre la dernière clé et le texte.',
        en: 'Put `---` on a line of its own between the last key and the text.',
      },
    );
  }
  if (headerOf(text) === undefined) {
    return finding(
      'frontmatter/missing',
      { fr: 'Pas d’en-tête en tête de fichier', en: 'No frontmatter at the top of the file' },
      {
        fr: 'Commencez par `---`, puis title: et date:, puis `---`.',
        en: 'Start with `---`, then title: and date:, then `---`.',
      },
    );
  }
  return undefined;
}

/** The optional keys, each with its default. */
function complete(
  given: Frontmatter,
  language: string,
  defaults: ReleaseDefaults,
): Omit<
  ReleaseHead,
  'file' | 'source' | 'slug' | 'id' | 'language' | 'date' | 'time' | 'embargo' | 'places'
> {
  const { image } = given;
  return {
    kind: given.kind,
    title: given.title,
    subtitle: given.subtitle ?? null,
    city: given.city ?? cityIn(language, defaults),
    regions: given.regions ?? [defaults.country],
    contacts: given.contacts ?? null,
    boilerplate: given.boilerplate ?? null,
    summary: given.summary ?? null,
    topics: given.topics ?? [],
    image: image ? { ...image, caption: image.caption ?? null, credit: image.credit ?? null } : null,
    attachments: given.attachments ?? [],
    corrects: given.corrects ?? null,
  };
}

function cityIn(language: string, { city, language: own }: ReleaseDefaults): string {
  const primary = language.split('-')[0] ?? language;
  return city[language] ?? city[primary] ?? city[own] ?? Object.values(city)[0] ?? '';
}

function languageFindings(language: string, named: string | null, place: Place): Finding[] {
  if (named === null || named === language) return [];
  return [
    {
      rule: 'frontmatter/language',
      severity: 'error',
      place,
      message: {
        fr: `Le nom du fichier dit \`${named}\`, l’en-tête \`${language}\``,
        en: `The file name says \`${named}\`, the frontmatter \`${language}\``,
      },
      remedy: { fr: 'Retirez `language` ou renommez le fichier.', en: 'Drop `language` or rename the file.' },
    },
  ];
}

function readInstants(
  given: Frontmatter,
  placeAt: (path: readonly PropertyKey[]) => Place,
): {
  readonly time: ZonedInstant | null;
  readonly embargo: ZonedInstant | null;
  readonly findings: readonly Finding[];
} {
  const time = isCalendarDay(given.date) ? null : parseInstant(given.date);
  const embargo = given.embargo === undefined ? null : parseInstant(given.embargo);
  if (typeof embargo !== 'string')
    return { time: typeof time === 'string' ? null : time, embargo, findings: [] };
  const finding: Finding = {
    rule: 'frontmatter/embargo',
    severity: 'error',
    place: placeAt(['embargo']),
    ...wordInstantProblem(embargo),
  };
  return { time: null, embargo: null, findings: [finding] };
}

function wordInstantProblem(problem: InstantProblem): { message: Wording; remedy: Wording } {
  const example: Wording = {
    fr: 'Écrivez par exemple `2020-11-25T10:00 Europe/Paris`.',
    en: 'Write for example `2020-11-25T10:00 Europe/Paris`.',
  };
  const messages: Readonly<Record<InstantProblem, Wording>> = {
    format: { fr: 'L’embargo n’a pas d’heure lisible', en: 'The embargo has no readable time' },
    impossible: { fr: 'Cette date ou cette heure n’existe pas', en: 'This date or time does not exist' },
    'zone-missing': { fr: 'L’embargo n’a pas de fuseau horaire', en: 'The embargo has no time zone' },
    'zone-unknown': { fr: 'Fuseau horaire inconnu', en: 'Unknown time zone' },
    gap: {
      fr: 'Cette heure est sautée par le passage à l’heure d’été',
      en: 'This time is skipped when daylight-saving time starts',
    },
    overlap: {
      fr: 'Cette heure arrive deux fois, au retour à l’heure d’hiver',
      en: 'This time occurs twice when daylight-saving time ends',
    },
  };
  const offset: Wording = {
    fr: 'Donnez un décalage au lieu du fuseau : `2020-10-25T02:30+02:00`.',
    en: 'Give an offset instead of the zone: `2020-10-25T02:30+02:00`.',
  };
  return { message: messages[problem], remedy: problem === 'overlap' ? offset : example };
}
