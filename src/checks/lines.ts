// Turns offsets of a text into lines and columns, and back.
import type { Place } from '../finding.ts';

/** A stretch of a source: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The offset at which each line starts; lines end in LF, CRLF or a lone CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** The place of a span in `file`; lines and columns count from 1. */
export function placeOf(file: string, starts: readonly number[], { start, end }: Span): Place {
  const line = lineAt(starts, start);
  const endLine = lineAt(starts, end);
  return {
    file,
    line: line + 1,
    column: start - (starts[line] ?? 0) + 1,
    endLine: endLine + 1,
    endColumn: end - (starts[endLine] ?? 0) + 1,
  };
}

/** The span of a place; one without an end is empty. */
export function spanOfPlace(starts: readonly number[], place: Place): Span {
  const start = (starts[place.line - 1] ?? 0) + place.column - 1;
  if (place.endLine === undefined || place.endColumn === undefined) return { start, end: start };
  return { start, end: (starts[place.endLine - 1] ?? 0) + place.endColumn - 1 };
}

/** Index of the last line that starts at or before `offset`. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
