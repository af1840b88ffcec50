// Source text → Release, with everything that is wrong with it. Pure.
import { unknownLanguage } from '../code.ts';
import type { Finding, Place, Wording } from '../finding.ts';
import { isError } from '../finding.ts';
import { isLanguage } from '../language.ts';
import { parseYaml } from '../yaml.ts';
import { controlFindings, escapedControls, isTwoByte } from './control.ts';
import { type Frontmatter, frontmatterKeys, lostText, parseFrontmatter } from './frontmatter.ts';
import { type InstantProblem, isCalendarDay, parseInstant } from './instant.ts';
import { overLimit } from './limits.ts';
import { parseMarkdown } from './markdown.ts';
import type { Outline, Release, ZonedInstant } from './release.ts';

/** What a release does not say, its brand does. */
export interface ReleaseDefaults {
  readonly language: string;
  /** Those the brand publishes in. */
  readonly languages: readonly string[];
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
const largestHeader = 50_000;

/** `releases/2020-11-25-salon.en.md` → slug `2020-11-25-salon`, language `en` (null when the name gives none). */
export function parseFileName(file: string): { readonly slug: string; readonly language: string | null } {
  const stem = file.replace(/^.*\//, '').replace(/\.(md|markdown)$/i, '');
  const [, slug = stem, language = null] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(stem) ?? [];
  return { slug, language };
}

/** A release without its text. */
export type ReleaseHead = Omit<Release, 'body' | 'abbreviations'>;

/**
 * Reads one release; `release` is undefined when an error leaves no whole one, `outline` when there is no text to tell
 * anything of. All problems are reported at once.
 */
export function parseRelease(
  source: SourceFile,
  defaults: ReleaseDefaults,
): {
  readonly release: Release | undefined;
  readonly outline: Outline | undefined;
  readonly findings: readonly Finding[];
} {
  const { draft, outline, findings } = parseDraft(source, defaults);
  return { release: findings.some(isError) ? undefined : draft, outline, findings };
}

/**
 * Reads what can be read of a release in spite of its errors, because a check goes on where a build must stop: `draft`
 * has its whole text, less the frontmatter keys that nobody knows or that do not say what they may.
 */
export function parseDraft(
  source: SourceFile,
  defaults: ReleaseDefaults,
): {
  readonly draft: Release | undefined;
  readonly outline: Outline | undefined;
  readonly findings: readonly Finding[];
} {
  const { draft: head, outline, findings } = readHead(source, defaults);
  if (outline === undefined) return { draft: undefined, outline, findings };
  const { body, abbreviations, findings: bodyFindings } = parseMarkdown(source.text, source.file);
  return {
    draft: head && { ...head, body, abbreviations },
    outline: { ...outline, body },
    findings: [...findings, ...bodyFindings],
  };
}

/** Reads the frontmatter alone; `head` is undefined when an error leaves no whole one. */
export function parseHead(
  source: SourceFile,
  defaults: ReleaseDefaults,
): { readonly head: ReleaseHead | undefined; readonly findings: readonly Finding[] } {
  const { draft, findings } = readHead(source, defaults);
  return { head: findings.some(isError) ? undefined : draft, findings };
}

/** `draft` is there when title, date and language are; `outline` when there is a text to go on with. */
function readHead(
  { file, text }: SourceFile,
  defaults: ReleaseDefaults,
): {
  readonly draft: ReleaseHead | undefined;
  readonly outline: Omit<Outline, 'body'> | undefined;
  readonly findings: readonly Finding[];
} {
  const unreadable = unreadableSource(file, text) ?? nameFinding(file);
  if (unreadable) {
    // A text without frontmatter is all body.
    const bare = unreadable.rule === 'frontmatter/missing' && !text.startsWith('---');
    const none = {
      ...complete({}, defaults.language, defaults),
      language: defaults.language,
      doubtful: frontmatterKeys,
    };
    const outline = bare ? { ...none, file, places: {} } : undefined;
    return { draft: undefined, outline, findings: [unreadable] };
  }
  const header = headerOf(text) ?? '';
  const yaml = parseYaml(header, file, 'frontmatter', 2);
  const { value: given, findings: invalid } = parseFrontmatter(yaml);
  const named = parseFileName(file);
  const language = given.language ?? named.language ?? defaults.language;
  const instants = readInstants(given, yaml.placeAt);
  const place = given.language === undefined ? { file, line: 1, column: 1 } : yaml.placeAt(['language']);
  const tongues = languageFindings(language, named.language, defaults, place);
  const doubts = [...tongues, ...instants.findings];
  const known = {
    ...complete(given, language, defaults),
    file,
    language,
    places: Object.fromEntries(
      Object.entries(yaml.places).filter(([path]) => (path.split('.')[0] ?? '') in given),
    ),
  };
  const { title, date } = given;
  const draft: ReleaseHead | undefined =
    title === undefined || date === undefined || doubts.some(isError)
      ? undefined
      : {
          ...known,
          title,
          source: text,
          slug: named.slug,
          id: language === defaults.language ? named.slug : `${named.slug}.${language}`,
          date: (instants.time?.local ?? date).slice(0, 10),
          time: instants.time,
          embargo: instants.embargo,
        };
  const written = Object.keys(Object(yaml.data));
  const doubtful = [
    ...(yaml.findings.length > 0 ? frontmatterKeys : written.filter((key) => !(key in given))),
    ...(tongues.length > 0 ? ['language'] : []),
  ];
  return {
    draft,
    outline: { ...known, doubtful },
    findings: [
      ...invalid,
      ...doubts,
      ...lostText(yaml),
      ...controlFindings(file, text),
      ...(header.includes('\\') ? escapedControls(yaml) : []),
    ],
  };
}

const headerOf = (text: string): string | undefined =>
  text.startsWith('---') ? /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1] : undefined;

/** A name becomes that of a folder and of an address: what neither can bear, or what leads out of `build/`. */
function nameFinding(file: string): Finding | undefined {
  const { slug } = parseFileName(file);
  if (/^[^.\p{Cc}<>:"\\|?*#%][^\p{Cc}<>:"\\|?*#%]*$/u.test(slug) && !/[. ]$/.test(slug)) return undefined;
  return {
    rule: 'source/name',
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message: {
      fr: 'Ce nom de fichier ne peut pas devenir une adresse',
      en: 'This file name cannot become an address',
    },
    remedy: {
      fr: 'Renommez-le avec des lettres, des chiffres et des traits d’union : 2020-11-25-salon.md.',
      en: 'Rename it with letters, digits and hyphens: 2020-11-25-salon.md.',
    },
  };
}

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
  if (isTwoByte(text)) {
    return finding(
      'source/encoding',
      { fr: 'Le fichier est en UTF-16, non en UTF-8', en: 'The file is UTF-16, not UTF-8' },
      {
        fr: 'Enregistrez-le à nouveau en choisissant l’encodage UTF-8.',
        en: 'Save it again with the encoding UTF-8.',
      },
    );
  }
  if ((headerOf(text)?.length ?? 0) > largestHeader) {
    return finding(
      'source/too-large',
      { fr: 'L’en-tête dépasse 50 000 caractères', en: 'The frontmatter is over 50,000 characters' },
      {
        fr: 'Le texte se met après la deuxième ligne `---`.',
        en: 'The text goes after the second `---` line.',
      },
    );
  }
  const over = overLimit(file, text);
  if (over !== undefined) return over;
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
  given: Partial<Frontmatter>,
  language: string,
  defaults: ReleaseDefaults,
): Omit<
  ReleaseHead,
  'file' | 'source' | 'slug' | 'id' | 'language' | 'title' | 'date' | 'time' | 'embargo' | 'places'
> {
  const { image } = given;
  return {
    kind: given.kind ?? 'press-release',
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

function languageFindings(
  language: string,
  named: string | null,
  { languages }: ReleaseDefaults,
  place: Place,
): Finding[] {
  const finding = (problem: Pick<Finding, 'message' | 'remedy'>): Finding => ({
    rule: 'frontmatter/language',
    severity: 'error',
    place,
    ...problem,
  });
  if (!languages.includes(language) && !isLanguage(language)) {
    const { message, remedy } = unknownLanguage(language, languages);
    return [finding({ message, remedy: named === language ? renameFile(named, remedy) : remedy })];
  }
  if (named === null || named === language) return [];
  return [
    finding({
      message: {
        fr: `Le nom du fichier dit \`${named}\`, l’en-tête \`${language}\``,
        en: `The file name says \`${named}\`, the frontmatter \`${language}\``,
      },
      remedy: { fr: 'Retirez `language` ou renommez le fichier.', en: 'Drop `language` or rename the file.' },
    }),
  ];
}

const renameFile = (named: string, { fr, en }: Wording): Wording => ({
  fr: `Le nom du fichier finit par \`.${named}.md\` : renommez-le. ${fr}`,
  en: `The file name ends in \`.${named}.md\`: rename it. ${en}`,
});

function readInstants(
  given: Partial<Frontmatter>,
  placeAt: (path: readonly PropertyKey[]) => Place,
): {
  readonly time: ZonedInstant | null;
  readonly embargo: ZonedInstant | null;
  readonly findings: readonly Finding[];
} {
  const { date } = given;
  const time = date === undefined || isCalendarDay(date) ? null : parseInstant(date);
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
