// The speller runs on what its user installed, and says what is missing.
import { expect, test } from 'vitest';
import { openSpeller } from '../../src/checks/speller.ts';
import { UserFailure } from '../../src/failure.ts';

test('finds a misspelt word in its place, with what may have been meant', async () => {
  const spell = await openSpeller('fr', []);
  expect(await spell?.('Les juristes tienent un stand.')).toEqual([
    { index: 13, word: 'tienent', suggestions: expect.arrayContaining(['tiennent']) },
  ]);
});

test('takes the words of the house for right', async () => {
  const spell = await openSpeller('fr', ['tienent']);
  expect(await spell?.('Les juristes tienent un stand.')).toEqual([]);
});

test('says how to install a dictionary that is not there', async () => {
  const failure = await openSpeller('uk', []).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserFailure);
  expect(failure).toMatchObject({
    exitCode: 2,
    remedy: { en: expect.stringContaining('npm install cspell-lib @cspell/dict-uk-ua') },
  });
});

test('has nothing to say of a language without a dictionary', async () => {
  expect(await openSpeller('xx', [])).toBeUndefined();
});
