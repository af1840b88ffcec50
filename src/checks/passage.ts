// Passage: a run of prose whose text has the length of its source, so that an index in it is a place in the file.
import type { Nodes } from 'mdast';
import type { Span } from './lines.ts';

/**
 * Stands for one character of syntax that a reader does not see: `**`, `[`, `](…)`, a quotation mark of YAML, the
 * backslash of an escape, all but the first character of an entity. Read it as nothing: `l'**Institution**` is `l'Institution`.
 */
export const MARKUP = '\uE000';

/**
 * Stands for one character that a reader sees and no rule of prose may judge: code, an address, a URL, a file name,
 * an image, words of another language (those have a passage of their own).
 */
export const OPAQUE = '\uE001';

export type Spot =
  | 'title'
  | 'subtitle'
  | 'summary'
  | 'caption'
  | 'credit'
  | 'attachment'
  | 'alt'
  | 'heading'
  | 'paragraph'
  | 'cell'
  | 'label'
  | 'foreign';

export interface Passage {
  readonly where: Spot;
  /** BCP 47. */
  readonly language: string;
  /** It stands in a block quotation. */
  readonly quoted: boolean;
  /** It stands in a list item. */
  readonly listed: boolean;
  /** Offset in the source of the first character of `text`. */
  readonly start: number;
  /** The source between `start` and `start + text.length`, with `MARKUP` and `OPAQUE` for what is not prose. */
  readonly text: string;
  /** The block in the body, null for a value of the frontmatter. */
  readonly node: Nodes | null;
}

export interface Match extends Span {
  readonly text: string;
  /** Where the match begins in `passage.text`. */
  readonly index: number;
  readonly groups: readonly (string | undefined)[];
}

const none: readonly Match[] = [];

/**
 * Every match of a global pattern in a passage, placed in the source. Patterns must be linear: no nested repetition.
 * `matchAll` would copy the pattern at each of the many thousand calls; this runs the pattern itself, from its start.
 */
export function matchesIn(passage: Passage, pattern: RegExp): readonly Match[] {
  const { text, start } = passage;
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const matches: Match[] = [];
  while (match !== null) {
    const [found] = match;
    const from = start + match.index;
    matches.push({
      text: found,
      index: match.index,
      start: from,
      end: from + found.length,
      groups: match.slice(1),
    });
    if (!pattern.global) break;
    if (found === '') pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return matches;
}

/** A function of a passage that several rules ask, worked out once for each passage and forgotten with it. */
export function oncePerPassage<T>(make: (passage: Passage) => T): (passage: Passage) => T {
  const known = new WeakMap<Passage, { readonly value: T }>();
  return (passage) => {
    const found = known.get(passage);
    if (found !== undefined) return found.value;
    const value = make(passage);
    known.set(passage, { value });
    return value;
  };
}

/** What a reader sees of the passage: without `MARKUP`, `OPAQUE` kept. Indexes no longer match the source. */
export const plainText = (passage: Passage): string => passage.text.replaceAll(MARKUP, '');

/** The character a reader sees before `index`, or an empty string at the start. */
export function charBefore(text: string, index: number): string {
  let at = index - 1;
  while (text[at] === MARKUP) at -= 1;
  return text[at] ?? '';
}

/** The character a reader sees at or after `index`, or an empty string at the end. */
export function charAfter(text: string, index: number): string {
  let at = index;
  while (text[at] === MARKUP) at += 1;
  return text[at] ?? '';
}
