// Characters that nobody sees, with the names and the signs by which people speak of them.
import type { Wording } from './../finding.ts';

export interface Invisible {
  /** Short name, as Unicode or habit has it: `NBSP`. */
  readonly short: string;
  readonly name: Wording;
  /** One visible character of the same width, for code frames. */
  readonly sign: string;
}

/** By character. */
export const invisibles: ReadonlyMap<string, Invisible> = new Map([
  ['\u00A0', { short: 'NBSP', name: { fr: 'espace insécable', en: 'no-break space' }, sign: '␣' }],
  [
    '\u202F',
    { short: 'NNBSP', name: { fr: 'espace fine insécable', en: 'narrow no-break space' }, sign: '␣' },
  ],
  ['\u2009', { short: 'THSP', name: { fr: 'espace fine', en: 'thin space' }, sign: '␣' }],
  ['\u2003', { short: 'EMSP', name: { fr: 'espace cadratin', en: 'em space' }, sign: '␣' }],
  ['\u00AD', { short: 'SHY', name: { fr: 'tiret conditionnel', en: 'soft hyphen' }, sign: '¬' }],
  ['\u200B', { short: 'ZWSP', name: { fr: 'espace sans chasse', en: 'zero-width space' }, sign: '¦' }],
  [
    '\u200C',
    { short: 'ZWNJ', name: { fr: 'antiliant sans chasse', en: 'zero-width non-joiner' }, sign: '¦' },
  ],
  ['\u200D', { short: 'ZWJ', name: { fr: 'liant sans chasse', en: 'zero-width joiner' }, sign: '¦' }],
  ['\u200E', { short: 'LRM', name: { fr: 'marque gauche-à-droite', en: 'left-to-right mark' }, sign: '→' }],
  ['\u200F', { short: 'RLM', name: { fr: 'marque droite-à-gauche', en: 'right-to-left mark' }, sign: '←' }],
  ['\u2011', { short: 'NBHY', name: { fr: 'trait d’union insécable', en: 'no-break hyphen' }, sign: '-' }],
  ['\u2028', { short: 'LS', name: { fr: 'séparateur de lignes', en: 'line separator' }, sign: '↵' }],
  [
    '\u2029',
    { short: 'PS', name: { fr: 'séparateur de paragraphes', en: 'paragraph separator' }, sign: '¶' },
  ],
  ['\u2060', { short: 'WJ', name: { fr: 'gluon de mots', en: 'word joiner' }, sign: '¦' }],
  [
    '\uFEFF',
    { short: 'BOM', name: { fr: 'indicateur d’ordre des octets', en: 'byte order mark' }, sign: '¦' },
  ],
  [
    '\uFFFD',
    { short: 'REPL', name: { fr: 'caractère de remplacement', en: 'replacement character' }, sign: '�' },
  ],
  ['\t', { short: 'TAB', name: { fr: 'tabulation', en: 'tab' }, sign: '→' }],
]);

/** Writes `⟨NBSP⟩` for each invisible character, so that a page can show them. */
export const nameInvisibles = (text: string): string =>
  text.replace(/[^\n\r]/gu, (char) => {
    const known = char === '\t' ? undefined : invisibles.get(char);
    return known === undefined ? char : `⟨${known.short}⟩`;
  });

/** The inverse: `⟨NBSP⟩`, `⟨SP⟩` or `⟨U+00AD⟩` → the character itself. */
export const readInvisibles = (text: string): string =>
  text.replace(
    /⟨(?:U\+([\dA-F]{4,6})|([A-Z]+))⟩/g,
    (raw, hex: string | undefined, short: string | undefined) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (short === 'SP') return ' ';
      for (const [char, known] of invisibles) if (known.short === short) return char;
      return raw;
    },
  );
