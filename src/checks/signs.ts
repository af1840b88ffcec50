// Signs: what kinds of characters a passage holds, told in one reading, so that a rule is shown only what it could find fault with.
import { MARKUP, oncePerPassage, type Passage } from './passage.ts';

/** 0 to 9. */
export const DIGIT = 1;
/** `;`, `:`, `!` or `?`. */
export const STOP = 2;
/** « or ». */
export const GUILLEMET = 4;
/** What a typewriter, or a wrong key, puts for an apostrophe: `'`, `‘`, `´`, `′`, `ʼ`. */
export const STRAIGHT = 8;
/** U+00A0 or U+202F. */
export const HARD_SPACE = 16;
/** A capital that opens no word in small letters: of an acronym, an initial, a text in capitals. */
export const TALL = 32;
/** Two words with a capital, and between them nothing but spaces and words: a name may be. */
export const NAME = 64;

const SMALL = 128;
const CAPITAL = 256;
/** A letter or what joins letters in a word. */
const WORD = 512;
const SPACE = 1024;

const kinds = Uint16Array.from({ length: 0x250 }, (_, code) => {
  const char = String.fromCharCode(code);
  return (
    (/[0-9]/.test(char) ? DIGIT : 0) |
    (/[;:!?]/.test(char) ? STOP : 0) |
    (/[«»]/.test(char) ? GUILLEMET : 0) |
    (/['´]/.test(char) ? STRAIGHT : 0) |
    (char === '\u00A0' ? HARD_SPACE : 0) |
    (/\p{Ll}/u.test(char) ? SMALL : 0) |
    (/[\p{Lu}\p{Lt}]/u.test(char) ? CAPITAL : 0) |
    (/[\p{L}'’-]/u.test(char) ? WORD : 0) |
    (/\s/.test(char) ? SPACE : 0)
  );
});

/** Beyond Latin letters, where a sign may be any of several, it is told as each of them. */
function kindOf(code: number): number {
  if (code < kinds.length) return kinds[code] ?? 0;
  if (code === 0x2019) return WORD;
  if (code === 0x202f) return HARD_SPACE | SPACE;
  if ((code >= 0x2000 && code <= 0x200a) || code === 0x205f) return SPACE;
  if (code === 0x2018 || code === 0x2032 || code === 0x2bc) return STRAIGHT | WORD;
  return code >= 0x2000 && code <= 0x2bff ? 0 : TALL | NAME | WORD;
}

/** The sum of the signs that a text holds. It may tell `TALL` or `NAME` where there is none, but leaves none out. */
export function signsIn(text: string): number {
  let signs = 0;
  /** The last character was a capital, or an apostrophe after one. */
  let open = false;
  /** 1 after a capital, 2 where a space followed, 0 where a name cannot go on. */
  let name = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === markup) {
      if (open) signs |= TALL;
      continue;
    }
    const kind = code < 0x250 ? (kinds[code] ?? 0) : kindOf(code);
    signs |= kind;
    const isCapital = (kind & CAPITAL) !== 0;
    const isApostrophe = code === 0x27 || code === 0x2019;
    if (open && (kind & SMALL) === 0 && !isApostrophe) signs |= TALL;
    open = isCapital || (open && isApostrophe);
    if (isCapital) {
      if (name === 2) signs |= NAME;
      name = 1;
    } else if ((kind & SPACE) !== 0) name = name === 0 ? 0 : 2;
    else if ((kind & WORD) === 0) name = 0;
  }
  return open ? signs | TALL : signs;
}

const markup = MARKUP.charCodeAt(0);

const signsOf = oncePerPassage(({ text }) => signsIn(text));

/** Does the passage hold one of `signs`? */
export const holds = (passage: Passage, signs: number): boolean => (signsOf(passage) & signs) !== 0;
