// Reading: a passage as a reader sees it, without the signs of Markdown, with the way back to the source.
import type { Span } from './lines.ts';
import { MARKUP, oncePerPassage, type Passage } from './passage.ts';

export interface Reading {
  readonly text: string;
  /** The source between two indexes of `text`, `end` exclusive. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** `le **24** novembre` reads `le 24 novembre`. Patterns that cross emphasis and links need not know them. */
export const readPlainly = oncePerPassage((passage: Passage): Reading => {
  const { text, start: from } = passage;
  if (!text.includes(MARKUP))
    return { text, spanOf: (start, end) => ({ start: from + start, end: from + end }) };
  let offsets: Uint32Array | undefined;
  return {
    text: text.replaceAll(MARKUP, ''),
    spanOf: (start, end) => {
      offsets ??= offsetsOf(text);
      const first = offsets[start] ?? text.length;
      const last = end > start ? (offsets[end - 1] ?? text.length - 1) + 1 : first;
      return { start: from + first, end: from + last };
    },
  };
});

/** The index in `text` of each of its characters that is not `MARKUP`. */
function offsetsOf(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length);
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== MARKUP) {
      offsets[seen] = at;
      seen += 1;
    }
  }
  return offsets.subarray(0, seen);
}
