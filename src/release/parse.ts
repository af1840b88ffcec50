// Source text → Release, with everything that is wrong with it. Pure.
import { unknownLanguage } from '../code.ts';
import type { Finding, Place, Wording } from '../finding.ts';
import { isError } from '../finding.ts';
import { isLanguage } from '../language.ts';
import { parseYaml } from '../yaml.ts';
import { controlFindings, escapedControls } from './control.ts';
import { readInstants } from './embargo.ts';
import { type Frontmatter, frontmatterKeys, lostText, parseFrontmatter } from './frontmatter.ts';
import { parseMarkdown } from './markdown.ts';
import type { Outline, Release } from './release.ts';
import { headerOf, parseFileName, type SourceFile, sourceFinding } from './source.ts';

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
  source: SourceFile,
  defaults: ReleaseDefaults,
): {
  readonly draft: ReleaseHead | undefined;
  readonly outline: Omit<Outline, 'body'> | undefined;
  readonly findings: readonly Finding[];
} {
  const { file, text } = source;
  const unreadable = sourceFinding(source);
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
    ...(yaml.data === undefined ? frontmatterKeys : written.filter((key) => !(key in given))),
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
