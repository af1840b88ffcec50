// Letters of the scripts that releases are written in, for character classes: `\p{L}`, which knows them all, compiles
// four times as slowly and needs the flag `u`. The hottest patterns use these.

/** Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Georgian letters, for use inside a character class. */
export const LETTERS =
  'A-Za-zªµºÀ-ÖØ-öø-ʸ' +
  '\\u0370-\\u0374\\u0376\\u0377\\u037B-\\u037D\\u037F\\u0386\\u0388-\\u03F5\\u03F7-\\u03FF' +
  '\\u0400-\\u0481\\u048A-\\u0556\\u0560-\\u0588' +
  '\\u05D0-\\u05F2\\u0620-\\u064A\\u066E\\u066F\\u0671-\\u06D3\\u06D5\\u06EE\\u06EF\\u06FA-\\u06FC\\u06FF\\u0750-\\u077F' +
  '\\u10A0-\\u10FA\\u10FC-\\u10FF\\u1C90-\\u1CBF\\u1E00-\\u1FBC\\u1FBE\\u1FC2-\\u1FCC\\u1FD0-\\u1FDB\\u1FE0-\\u1FEC\\u1FF2-\\u1FFC';

/** The capitals that a name may begin with, for use inside a character class. */
export const CAPITALS =
  'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏȘȚẞ' +
  '\\u0386\\u0388-\\u038F\\u0391-\\u03AB\\u0400-\\u042F\\u0490\\u0531-\\u0556';

/** The letters of French, for rules that read no other language. */
export const FRENCH = 'A-Za-zÀ-ÖØ-öø-ÿŒœŸ';
export const FRENCH_SMALL = 'a-zà-öø-ÿœ';
