// What is said under a picture: its caption, then its credit, set apart as newspapers do: « La salle. Photo : Ada Lopez ».

/** The brand's words `photo`, `colon` and `stop`. */
type Word = (key: string) => string;

/** A caption that a credit follows ends as a sentence does. */
export const captionLine = (caption: string, credit: string, word: Word): string =>
  caption === '' || credit === '' || /[\p{Sentence_Terminal}…]["'»”’)\]\s]*$/u.test(caption)
    ? caption
    : caption + word('stop');

/** « Photo : Ada Lopez »; a credit that says itself what it is stays as it is: « © Agence », « Dessin : Ada Lopez ». */
export const creditLine = (credit: string, word: Word): string =>
  credit === '' || /^(©|\(c\)|[^:]+:)/iu.test(credit) ? credit : word('photo') + word('colon') + credit;
