// A passage is told to hold at least the signs that it holds: a rule is shown all that it could find fault with.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesIn } from '../../src/checks/names.ts';
import { MARKUP } from '../../src/checks/passage.ts';
import { DIGIT, GUILLEMET, HARD_SPACE, NAME, STOP, STRAIGHT, signsIn, TALL } from '../../src/checks/signs.ts';

const holds = (text: string, sign: number): boolean => (signsIn(text) & sign) !== 0;

const pieces = [
  ...'AÉZaéz09.,;:!?«»\'’‘´′ʼ-–()"…',
  ...[' ', ' ', '\n', '\t', '\u00A0', '\u202F', '\u2009', '\u3000', '\u0301', '\u00AD', MARKUP, '\uE001'],
  ...['Le ', 'Salon ', 'des ', 'Maires', 'L’', 'l’', 'Œ', 'ß', 'Ж', 'ж', 'Ա', 'ა', 'ب', 'ǅ', '\u{1f389}'],
];

const sought: readonly (readonly [string, RegExp, number])[] = [
  ['a digit', /\d/, DIGIT],
  ['a stop', /[;:!?]/, STOP],
  ['a guillemet', /[«»]/, GUILLEMET],
  ['a straight apostrophe', /['‘´′ʼ]/, STRAIGHT],
  ['a hard space', /[\u00A0\u202F]/, HARD_SPACE],
  ['an acronym', /\p{Lu}{2}/u, TALL],
  ['an initial', /\p{Lu}\./u, TALL],
  ['a capital alone', /\p{Lu}(?![\p{L}\p{M}’'])/u, TALL],
  ['a run of capitals', /(?:\p{Lu}[\p{Lu}\p{M}’'-]*[ \u00A0\u202F\n]){2}\p{Lu}/u, TALL],
  ['two capitalised words', /\p{Lu}[\p{L}’'-]*[ \t\n\u00A0\u202F\u2009][\p{L}’'-]*\p{Lu}/u, NAME],
];

test.each(sought)('%s is told', (_what, pattern, sign) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      // Rules read some passages without their markup.
      for (const read of [text, text.replaceAll(MARKUP, '')])
        if (pattern.test(read)) expect(holds(text, sign), JSON.stringify(text)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('every name is told', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      if (namesIn(text.replaceAll(MARKUP, '')).length > 0) expect(holds(text, NAME)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('plain prose holds none', () => {
  for (const sign of [DIGIT, STOP, GUILLEMET, STRAIGHT, HARD_SPACE, TALL, NAME])
    expect(holds('Les élus prennent rendez-vous. L’institution répond, donc.', sign)).toBe(false);
});
