// Breaks text into lines by the columns it takes on screen: wide letters count two, marks and joiners none.
import { displayWidth } from '../width.ts';

/** Columns from which a mail client or a terminal may break a line by itself (RFC 5322, 2.1.1: 78). */
export const textWidth = 76;

interface Word {
  readonly text: string;
  /** A plain space stands before it when it does not open a line. */
  readonly spaced: boolean;
}

/**
 * Lines no wider than `width` columns; a line is wider only when it is one word without a plain space. `\n` in `text`
 * stays a line break. Spaces of Unicode that forbid a break (U+00A0, U+202F) are kept; plain spaces do not break
 * before French punctuation, after « nor inside a number, unless the line is too narrow for it.
 */
export function wrap(text: string, width: number): string[] {
  return closeIsolates(text.split('\n').flatMap((line) => fill(wordsOf(line, width), width)));
}

/** `first` opens the first line, as many columns of blanks the others. */
export function hang(first: string, lines: readonly string[]): string[] {
  const blank = ' '.repeat(displayWidth(first));
  return lines.map((line, index) => (index === 0 ? first : line === '' ? '' : blank) + line);
}

/** Lines over a rule as wide as they are. */
export const underline = (lines: readonly string[], rule: string): string[] => [
  ...lines,
  rule.repeat(Math.max(...lines.map(displayWidth))),
];

export const indent = (columns: number, lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));

function fill(words: readonly Word[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { text, spaced } of words) {
    const space = spaced && line !== '' ? ' ' : '';
    const size = displayWidth(text);
    if (line !== '' && used + space.length + size > width) {
      lines.push(line);
      line = text;
      used = size;
    } else {
      line += space + text;
      used += space.length + size;
    }
  }
  return [...lines, line];
}

/** What may not be parted is one word. */
function wordsOf(line: string, width: number): Word[] {
  const words: string[] = [];
  for (const word of line.split(/[ \t]+/)) {
    if (word === '') continue;
    const before = words.at(-1);
    const joined = `${before} ${word}`;
    if (before !== undefined && belongTogether(before, word) && displayWidth(joined) <= width) {
      words[words.length - 1] = joined;
    } else words.push(word);
  }
  return words.flatMap((text) => (unspaced.test(text) ? dictionaryWords(text) : [{ text, spaced: true }]));
}

const belongTogether = (before: string, after: string): boolean =>
  /^(?:[:;!?»%‰]|[€$£°](?!\p{L}))/u.test(after) ||
  before.endsWith('«') ||
  (/\d$/.test(before) && /^\d/.test(after));

/** Scripts that write no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Words as a dictionary finds them, punctuation kept with the word it closes or opens. */
function dictionaryWords(text: string): Word[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)) {
    const before = words.at(-1);
    const opens = before !== undefined && /[\p{Ps}\p{Pi}\u00a0\u202f]$/u.test(before);
    if (before !== undefined && (opens || (!isWordLike && !/^[\p{Ps}\p{Pi}]/u.test(segment)))) {
      words[words.length - 1] = before + segment;
    } else words.push(segment);
  }
  return words.map((word, index) => ({ text: word, spaced: index === 0 }));
}

/** A line end closes every isolate (UAX #9, 3.3.2): what is still open is closed there and opened again below. */
function closeIsolates(lines: readonly string[]): string[] {
  let open: readonly string[] = [];
  return lines.map((line) => {
    const opening = open.join('');
    for (const [mark] of line.matchAll(/[\u2066-\u2069]/g)) {
      open = mark === '\u2069' ? open.slice(0, -1) : [...open, mark];
    }
    return opening + line + '\u2069'.repeat(open.length);
  });
}
