// What one run of `release check` found, as plain data; each format of report/ is a function from it to text.
import type { Finding } from '../finding.ts';
import type { Locale, Words } from '../locale/locale.ts';
import type { RulePage } from './page.ts';

export interface CheckReport {
  readonly version: string;
  /** How many files were read, with findings or without. */
  readonly files: number;
  /** Every file read, for formats that list clean ones too. */
  readonly checked: readonly string[];
  /** To show, in order of place. `--quiet` and the baseline have already taken theirs away. */
  readonly findings: readonly Finding[];
  /** All findings, shown or not, but for those of the baseline. */
  readonly counts: Counts;
  readonly fixed: number;
  /** Findings that the baseline keeps quiet. */
  readonly accepted: number;
  /** The text of each file with findings, as it now stands. */
  readonly sources: ReadonlyMap<string, string>;
  readonly milliseconds: number;
  /** From the root of the repository that CI checked out to the workspace: `newsroom/`, or nothing. */
  readonly folder: string;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly fixable: number;
}

/** How a format writes for people. `paint` is the identity where colours are off. */
export interface Manner {
  readonly locale: Locale;
  readonly words: Words;
  readonly paint: (style: Style, text: string) => string;
  /** The page of a rule, for formats that carry documentation along. */
  readonly page: (rule: string) => RulePage | undefined;
}

export type Style = 'error' | 'warning' | 'note' | 'bold' | 'dim' | 'fix';

/** Ends with a line end, or is empty. */
export type Format = (report: CheckReport, manner: Manner) => string | Promise<string>;

export const countFindings = (findings: readonly Finding[]): Counts => {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    note: count('note'),
    fixable: findings.filter(({ fix }) => fix?.safe).length,
  };
};

/** `message. remedy` in English, for machines. */
export const englishOf = ({ message, remedy }: Finding): string =>
  remedy === undefined ? message.en : `${message.en}. ${remedy.en}`;
