// The frontmatter of a release and the name of its file → all that a release is but its text, with everything that is wrong with it. Pure.
import { unknownLanguage } from '../code.ts';
import type { Finding, Place, Wording } from '../finding.ts';
import { isError } from '../finding.ts';
import { isLanguage } from '../language.ts';
import { parseYaml } from '../yaml.ts';
import { controlFindings, escapedControls } from './control.ts';
import { readInstants } from './embargo.ts';
import { type Frontmatter, frontmatterKeys, lostText, parseFrontmatter } from './frontmatter.ts';
import type { Release } from './release.ts';
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

interface Head {
  /** Undefined when there is no text to go on with. */
  readonly head: ReleaseHead | undefined;
  /** Title, date, language and embargo are what the frontmatter says. */
  readonly hasHead: boolean;
  readonly doubtful: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads what a file says of itself before and beside its text. */
export function readHead(source: SourceFile, defaults: ReleaseDefaults): Head {
  const { file, text } = source;
  const unreadable = sourceFinding(source);
  if (unreadable !== undefined) {
    // A text without frontmatter is all body.
    const isBare = unreadable.rule === 'frontmatter/missing' && !text.startsWith('---');
    const head = isBare ? headFrom({}, source, defaults, { places: {} }) : undefined;
    return { head, hasHead: false, doubtful: frontmatterKeys, findings: [unreadable] };
  }
  const header = headerOf(text) ?? '';
  const yaml = parseYaml(header, file, 'frontmatter', 2);
  const { value: given, findings: invalid } = parseFrontmatter(yaml);
  const instants = readInstants(given, yaml.placeAt);
  const places = Object.fromEntries(
    Object.entries(yaml.places).filter(([path]) => (path.split('.')[0] ?? '') in given),
  );
  const head = headFrom(given, source, defaults, { ...instants, places });
  const languagePlace =
    given.language === undefined ? { file, line: 1, column: 1 } : yaml.placeAt(['language']);
  const tongues = languageFindings(head.language, parseFileName(file).language, defaults, languagePlace);
  const doubts = [...tongues, ...instants.findings];
  const written = Object.keys(Object(yaml.data));
  return {
    head,
    hasHead: given.title !== undefined && given.date !== undefined && !doubts.some(isError),
    doubtful: [
      ...(yaml.data === undefined ? frontmatterKeys : written.filter((key) => !(key in given))),
      ...(tongues.length > 0 ? ['language'] : []),
    ],
    findings: [
      ...invalid,
      ...doubts,
      ...lostText(yaml),
      ...markedText(given, yaml.placeAt),
      ...controlFindings(file, text),
      ...(header.includes('\\') ? escapedControls(yaml) : []),
    ],
  };
}

/** Titles and summaries are plain text: in subject lines and on share cards nothing else can stand. */
function markedText(given: Partial<Frontmatter>, placeAt: (path: readonly string[]) => Place): Finding[] {
  return (['title', 'subtitle', 'summary'] as const).flatMap((key): Finding[] => {
    const [mark] =
      /(?<![\p{L}\p{N}*])\*{1,2}[^\s*](?:[^*]*[^\s*])?\*{1,2}|\^[^\s^]+\^|\]\(/u.exec(given[key] ?? '') ?? [];
    if (mark === undefined) return [];
    return [
      {
        rule: 'markdown/mark',
        severity: 'warning',
        place: placeAt([key]),
        message: {
          fr: `\`${mark}\` paraîtrait tel quel dans \`${key}\``,
          en: `\`${mark}\` would appear as it stands in \`${key}\``,
        },
        remedy: {
          fr: 'Écrivez-le sans signes de mise en forme : `1er`, et non `1^er^`.',
          en: 'Write it without marks: `1st`, not `1^st^`.',
        },
      },
    ];
  });
}

/** What `given` and the name of the file say, and the brand's defaults for what they do not; no title or date is empty. */
function headFrom(
  given: Partial<Frontmatter>,
  { file, text }: SourceFile,
  defaults: ReleaseDefaults,
  { time = null, embargo = null, places }: Partial<Release> & Pick<Release, 'places'>,
): ReleaseHead {
  const { slug, language: named } = parseFileName(file);
  const language = given.language ?? named ?? defaults.language;
  return {
    ...complete(given, language, defaults),
    file,
    source: text,
    slug,
    id: language === defaults.language ? slug : `${slug}.${language}`,
    language,
    title: given.title ?? '',
    date: (time?.local ?? given.date ?? '').slice(0, 10),
    time,
    embargo,
    places,
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
