// The columns a text takes on a screen of fixed-width letters: wide letters count two, marks and joiners none.
import fastStringWidth from 'fast-string-width';

/** Columns of one line (UAX #11, with emoji as two). */
export const displayWidth = (text: string): number =>
  plain.test(text) ? text.length : fastStringWidth(text.replace(formatting, ''));

/** Letters and punctuation that take one column each: nearly every word, and no tables of Unicode are asked. */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f]*$/;

/** Format characters that show nothing by themselves; the zero-width joiner stays, which makes one emoji of several. */
const formatting = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
