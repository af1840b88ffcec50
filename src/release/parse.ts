// Source text → Release, with everything that is wrong with it. Pure.
import type { Finding, Place, Wording } from '../finding.ts';
import { isError } from '../finding.ts';
import { parseYaml } from '../yaml.ts';
import { type Frontmatter, parseFrontmatter } from './frontmatter.ts';
import { type InstantProblem, isCalendarDay, parseInstant } from './instant.ts';
import { parseMarkdown } from './markdown.ts';
import type { Release, ZonedInstant } from './release.ts';

/** What a release does not say, its brand does. */
export interface ReleaseDefaults {
  readonly language: string;
  readonly city: string;
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

/** Reads one release; `release` is undefined when an error leaves no whole one. All problems are reported at once. */
export function parseRelease(
  { file, text }: SourceFile,
  defaults: ReleaseDefaults,
): { readonly release: Release | undefined; readonly findings: readonly Finding[] } {
  const fail = (rule: string, message: Wording, remedy: Wording) => ({
    release: undefined,
    findings: [
      { rule, severity: 'error', place: { file, line: 1, column: 1 }, message, remedy } satisfies Finding,
    ],
  });
  if (text.trim() === '') {
    return fail(
      'source/empty',
      { fr: 'Fichier vide', en: 'Empty file' },
      {
        fr: 'Écrivez l’en-tête (title, date) entre deux lignes `---`, puis le texte.',
        en: 'Write the frontmatter (title, date) between two `---` lines, then the text.',
      },
    );
  }
  if (text.length > largest) {
    return fail(
      'source/too-large',
      { fr: 'Plus d’un million de caractères', en: 'More than a million characters' },
      { fr: 'Joignez le long document en pièce jointe.', en: 'Attach the long document instead.' },
    );
  }
  const [block, header] = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text) ?? [];
  if (block === undefined || header === undefined || !text.startsWith('---')) {
    return fail(
      'frontmatter/missing',
      { fr: 'Pas d’en-tête en tête de fichier', en: 'No frontmatter at the top of the file' },
      {
        fr: 'Commencez par `---`, puis title: et date:, puis `---`.',
        en: 'Start with `---`, then title: and date:, then `---`.',
      },
    );
  }
  const yaml = parseYaml(header, file, 'frontmatter', 2);
  const frontmatter = parseFrontmatter(yaml);
  const markdown = parseMarkdown(text, file);
  const findings = [...frontmatter.findings, ...markdown.findings];
  if (frontmatter.value === undefined) return { release: undefined, findings };

  const named = parseFileName(file);
  const language = frontmatter.value.language ?? named.language ?? defaults.language;
  findings.push(...languageFindings(language, named.language, yaml.placeAt(['language'])));
  const instants = readInstants(frontmatter.value, yaml.placeAt);
  findings.push(...instants.findings);
  if (findings.some(isError)) return { release: undefined, findings };
  const release: Release = {
    ...complete(frontmatter.value, defaults),
    file,
    source: text,
    slug: named.slug,
    id: language === defaults.language ? named.slug : `${named.slug}.${language}`,
    language,
    date: (instants.time?.local ?? frontmatter.value.date).slice(0, 10),
    time: instants.time,
    embargo: instants.embargo,
    abbreviations: markdown.abbreviations,
    body: markdown.body,
    places: yaml.places,
  };
  return { release, findings };
}

/** The optional keys, each with its default. */
function complete(
  given: Frontmatter,
  defaults: ReleaseDefaults,
): Omit<
  Release,
  | 'file'
  | 'source'
  | 'slug'
  | 'id'
  | 'language'
  | 'date'
  | 'time'
  | 'embargo'
  | 'abbreviations'
  | 'body'
  | 'places'
> {
  const { image } = given;
  return {
    kind: given.kind,
    title: given.title,
    subtitle: given.subtitle ?? null,
    city: given.city ?? defaults.city,
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
