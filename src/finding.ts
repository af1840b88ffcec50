// What a check says: which rule, how grave, where, in both languages of the interface, and its fix.

/** One text in each language of the interface. Data meant for machines uses `en`. */
export type Wording = Readonly<Record<'fr' | 'en', string>>;

/** `error`: must not go out. `warning`: doubtful. `note`: worth a look. */
export type Severity = 'error' | 'warning' | 'note';

/** A span of a file. Lines and columns count from 1, columns in UTF-16 code units, the end exclusive. */
export interface Place {
  /** Relative to the workspace, with `/` on every system. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** The smallest edit that mends a finding: UTF-16 offsets into the file's text, `end` exclusive. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A safe fix never changes what the text says; only safe ones are applied by default. */
  readonly safe: boolean;
}

export interface Finding {
  /** Stable id such as `typography/quote`; never translated. */
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  /** What is wrong. One sentence, no final period needed in lists. */
  readonly message: Wording;
  /** What to do about it. */
  readonly remedy?: Wording;
  readonly fix?: Fix;
}

/** What was written to a file and read again is a finding. */
export function isFinding(value: unknown): value is Finding {
  const { rule, severity, place, message, remedy = message } = (value ?? {}) as Partial<Finding>;
  const isWording = (text: Partial<Wording> | undefined): boolean =>
    typeof text?.fr === 'string' && typeof text.en === 'string';
  return (
    typeof rule === 'string' &&
    (severity === 'error' || severity === 'warning' || severity === 'note') &&
    typeof place?.file === 'string' &&
    [place.line, place.column].every(Number.isInteger) &&
    [message, remedy].every(isWording)
  );
}

export const isError = (finding: Finding): boolean => finding.severity === 'error';

/** Reading order. */
export const byPlace = (a: Finding, b: Finding): number =>
  compare(a.place.file, b.place.file) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  compare(a.rule, b.rule);

/** By code unit, so that every machine sorts alike. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `file:line:column message. Remedy` in one language. */
export function tellFinding({ place, message, remedy }: Finding, language: keyof Wording): string {
  const where = `${place.file}:${place.line}:${place.column}`;
  return `${where} ${message[language]}.${remedy === undefined ? '' : ` ${remedy[language]}`}`;
}

/** One finding as `--json` tells it, always in English. `start` and `end` of a fix are UTF-16 offsets into the file without its byte order mark. */
export const findingJson = ({ rule, severity, place, message, remedy, fix }: Finding): object => ({
  rule,
  severity,
  ...place,
  message: message.en,
  remedy: remedy?.en,
  fix,
});
