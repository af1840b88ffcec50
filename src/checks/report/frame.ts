// The line a finding stands in, with a caret that stays under it whatever the width of the characters before.
import type { Place } from '../../finding.ts';
import { displayWidth } from '../../width.ts';
import { invisibles } from '../invisible.ts';

export interface Frame {
  /** What is left of the line, `…` where it was cut. */
  readonly text: string;
  /** As many columns as the text before the fault, then one `^` for each column of the fault; empty for a text that runs both ways. */
  readonly caret: string;
  /** The invisible characters shown by a sign, once each. */
  readonly invisible: readonly string[];
}

const reach = 38;
const widest = 76;
/** Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** `line` is the whole source line without its end; the place's columns are UTF-16 units. */
export function frameOf(line: string, place: Place): Frame {
  const start = Math.min(place.column - 1, line.length);
  const sameLine = place.endLine === undefined || place.endLine === place.line;
  const end = Math.max(
    start,
    sameLine ? Math.min((place.endColumn ?? place.column) - 1, line.length) : line.length,
  );
  const from = line.length <= widest ? 0 : boundary(line, Math.max(0, start - reach));
  const to =
    line.length <= widest
      ? line.length
      : boundary(line, Math.min(line.length, Math.max(end, start + 1) + reach));
  const fault = line.slice(start, Math.min(end, start + widest));
  const near = new Set<string>();
  // Beside the fault too: « mot !» and « mot ! » differ by the character before it.
  const before =
    showTabs(line.slice(from, Math.max(from, start - 1))) +
    reveal(line.slice(Math.max(from, start - 1), start), near);
  const shown = reveal(fault, near);
  const after = reveal(line.slice(end, end + 1), near) + showTabs(line.slice(end + 1, Math.max(to, end + 1)));
  const lead = from > 0 ? '…' : '';
  const tail = to < line.length ? '…' : '';
  const cut = fault.length < end - start ? '…' : '';
  if (rightToLeft.test(before + shown + after)) {
    // A terminal may or may not reorder such a line, so nothing under it can be trusted: the fault is marked within it.
    return { text: `${lead}${before}▸${shown}${cut}◂${after}${tail}`, caret: '', invisible: [...near] };
  }
  return {
    text: `${lead}${before}${shown}${cut}${cut === '' ? after + tail : ''}`,
    caret: ' '.repeat(displayWidth(lead + before)) + '^'.repeat(Math.max(1, displayWidth(shown))),
    invisible: [...near],
  };
}

/** Characters that have no width, or none to tell them by, as their signs; control characters as their pictures. */
function reveal(text: string, seen: Set<string>): string {
  return text.replace(/[\s\p{Cf}\p{Cc}\u2011\uFFFD]/gu, (char) => {
    if (char === ' ') return char;
    const known = invisibles.get(char);
    if (known !== undefined) {
      seen.add(char);
      return known.sign;
    }
    seen.add(char);
    return '·';
  });
}

/** A raw tab or control character in the frame would move what follows it. */
const showTabs = (text: string): string =>
  text
    .replace(/[\t\u0000-\u001F\u007F-\u009F]/g, ' ')
    .replace(/[\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g, '');

/** The nearest cut at or before `index` that splits no character as a reader sees it. */
function boundary(line: string, index: number): number {
  if (index === 0 || index === line.length) return index;
  const near = Math.max(0, index - 40);
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    line.slice(near, index + 40),
  );
  return near + (segments.containing(index - near)?.index ?? 0);
}
