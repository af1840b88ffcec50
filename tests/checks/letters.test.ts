// The short classes of letters hold what their long Unicode names hold, in the scripts that releases are written in.
import { describe, expect, test } from 'vitest';
import { CAPITALS, FRENCH, FRENCH_SMALL, LETTERS } from '../../src/checks/letters.ts';

const scripts =
  /[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Armenian}\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Georgian}]/u;
/** Modifier letters, phonetic signs and letters of other ages stand in no release. */
const rare = /[\p{Lm}\u02B0-\u036F\u0559\u0870-\u08FF\u1C80-\u1C8F\u1D00-\u1DBF]/u;
const assigned = Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(code)).filter(
  (char) => scripts.test(char) && !rare.test(char),
);
const wrong = (known: RegExp, own: RegExp): readonly string[] =>
  assigned.filter((char) => known.test(char) !== own.test(char));

describe('the class of', () => {
  test('letters is \\p{L}', () => {
    expect(wrong(/\p{L}/u, new RegExp(`[${LETTERS}]`))).toEqual([]);
  });

  test('capitals holds no small letter, and those of the languages of our brands', () => {
    expect(
      assigned.filter((char) => new RegExp(`[${CAPITALS}]`).test(char) && !/\p{Lu}/u.test(char)),
    ).toEqual([]);
    const alphabets = 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ ÄÖÜ ÁÍÓÚÑ ĄĆĘŁŃÓŚŹŻ ĂÂÎȘȚ ƏĞİÖŞÜÇ ԱԲՖ ІЇЄҐ ΆΩ ŠŽČ';
    expect([...alphabets].filter((char) => char !== ' ' && !new RegExp(`[${CAPITALS}]`).test(char))).toEqual(
      [],
    );
  });

  test('French letters is the French alphabet', () => {
    expect([...'àâæçéèêëîïôœùûüÿ'].filter((char) => !new RegExp(`[${FRENCH_SMALL}]`).test(char))).toEqual([]);
    expect([...'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ'].filter((char) => !new RegExp(`[${FRENCH}]`).test(char))).toEqual([]);
  });
});
