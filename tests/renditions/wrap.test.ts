// Wrapping by display width.
import { expect, test } from 'vitest';
import { hang, wrap } from '../../src/renditions/wrap.ts';
import { displayWidth } from '../../src/width.ts';

test('a line never breaks before French punctuation, after « or inside a number, plain spaces or not', () => {
  for (let width = 12; width < 60; width++) {
    const lines = wrap('Est-ce vrai ? Oui : « 104 310 dossiers » et 12 % de hausse, dit-on !', width);
    for (const line of lines) {
      expect(line).not.toMatch(/^[:?!»%]|«$|^310/);
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  }
});

test('a line never breaks at a no-break space, even when that makes it too long', () => {
  expect(wrap('tél. 01\u00a099\u00a000\u00a012\u00a034 fin', 12)).toEqual([
    'tél.',
    '01\u00a099\u00a000\u00a012\u00a034',
    'fin',
  ]);
});

test('wide letters count two columns, marks none, and scripts without spaces break between words', () => {
  expect(wrap('東京の窓口', 6)).toEqual(['東京の', '窓口']);
  expect(displayWidth('e\u0301')).toBe(1);
  expect(displayWidth('👩‍👩‍👧')).toBe(2);
});

test('lines hang under the text, not under its mark; blank lines stay blank', () => {
  expect(hang('(1) ', ['one', '', 'two'])).toEqual(['(1) one', '', '    two']);
});
