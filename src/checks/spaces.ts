// The spaces between a word and a sign: which of them hold a line together, and which one a preset puts.
import { MARKUP } from './passage.ts';
import type { Preset, Space } from './preset.ts';

export const NBSP = '\u00A0';
export const NNBSP = '\u202F';

/** Every horizontal space, for use inside a character class. */
export const SPACES = ' \\t\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000';

/** The spaces at which a line may break, for use inside a character class. */
export const BREAKING = ' \\t\\u2000-\\u2006\\u2008-\\u200A\\u205F\\u3000';

/** Exactly one no-break space, wide or narrow: both are right wherever one is asked for. */
export const holdsLine = (gap: string): boolean => gap === NBSP || gap === NNBSP;

/** One of several spaces that holds a line, so that none is missing. */
export const HARD = /[\u00A0\u202F]/;

/** The character that `space` stands for; nothing for `none`. */
export const charOf = (space: Space): string => ({ thin: NNBSP, wide: NBSP, none: '' })[space];

/** The no-break space between a number and what it counts. */
export const numberSpace = ({ spaces }: Preset): string => charOf(spaces['%']) || NBSP;

const horizontal = new RegExp(`^[${SPACES}]$`);
export const isSpace = (char: string | undefined): boolean => char !== undefined && horizontal.test(char);

/** The run of spaces that a reader sees right before `index`, empty where there is none. */
export function gapBefore(text: string, index: number): { readonly start: number; readonly end: number } {
  let end = index;
  while (text[end - 1] === MARKUP) end -= 1;
  let start = end;
  while (isSpace(text[start - 1])) start -= 1;
  return { start, end };
}

/** The run of spaces that a reader sees at or right after `index`. */
export function gapAfter(text: string, index: number): { readonly start: number; readonly end: number } {
  let start = index;
  while (text[start] === MARKUP) start += 1;
  let end = start;
  while (isSpace(text[end])) end += 1;
  return { start, end };
}
