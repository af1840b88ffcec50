// Row: one line of a press list before anyone has judged it; every format ends up here.
import type { Finding } from '../finding.ts';

export interface Row {
  /** Counts from 1; of a line with breaks inside quotes, the first. */
  readonly line: number;
  /** The very same array for every row of a table, so that it is read once. */
  readonly header: readonly string[];
  /** As many as the header, or fewer or more on a ragged line. */
  readonly cells: readonly string[];
}

/** Where a format puts what it reads, row by row: a list of 200,000 is never held twice. */
export interface RowSink {
  row(row: Row): void;
  finding(finding: Finding): void;
}
