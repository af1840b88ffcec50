// Sentences of a passage, counted in words, for the rules that ask how a text reads.
import type { Span } from './lines.ts';
import { oncePerPassage, type Passage } from './passage.ts';
import { countWords } from './words.ts';

export interface Sentence extends Span {
  /** Runs of letters and digits; `l’institution` counts two, `grand-mère` one. */
  readonly words: number;
}

/** A full stop after one of these ends no sentence. */
const shortForms =
  /(?<![\p{L}\p{N}])(?:MM?|Mmes?|Dr|Pr|art|chap|p|pp|etc|cf|ex|no|vol|fig|Mr|Mrs|Ms|St|Nr|Abs|Sr|Sra|\p{Lu})$/u;
const ends = /(?:[.!?…؟]{1,5}|;(?=\s*\n))(?=[\s\u00A0\u202F»”")\]]|$)/g;

/** The sentences of a passage, placed in the source. A list item or a heading without a full stop is one sentence. */
export const sentencesIn = oncePerPassage(({ text, start }: Passage): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    const written = text.slice(from, to);
    const words = countWords(text, from, to);
    const lead = written.length - written.trimStart().length;
    if (words > 0)
      sentences.push({ start: start + from + lead, end: start + from + written.trimEnd().length, words });
    from = to;
  };
  for (const { index, 0: mark } of text.matchAll(ends)) {
    const before = text.slice(Math.max(from, index - 8), index);
    if (mark === '.' && shortForms.test(before)) continue;
    close(index + mark.length);
  }
  close(text.length);
  return sentences;
});
