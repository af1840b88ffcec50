// A brand's vocabulary is read from YAML, with every problem placed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noVocabulary, parseVocabulary } from '../../src/brand/vocabulary.ts';

test('a brand without the file has an empty vocabulary', () => {
  expect(parseVocabulary('', 'vocabulary.yaml')).toEqual({ vocabulary: noVocabulary, findings: [] });
});

test('a term left bare holds in every language and warns', () => {
  const { vocabulary } = parseVocabulary('terms: [{write: Unia, never: [UNIA]}]', 'vocabulary.yaml');
  expect(vocabulary.terms).toEqual([
    { write: 'Unia', languages: ['*'], capitals: false, never: ['UNIA'], why: null, severity: 'warning' },
  ]);
});

test('a mistyped key is found in its place, with the one that was meant', () => {
  const { vocabulary, findings } = parseVocabulary(
    'terms:\n  - write: Unia\n    nevr: [UNIA]\n',
    'vocabulary.yaml',
  );
  expect(vocabulary).toEqual(noVocabulary);
  expect(findings).toMatchObject([
    {
      rule: 'vocabulary/unknown-key',
      place: { line: 3, column: 5 },
      remedy: { en: 'Did you mean `never`?' },
    },
  ]);
});

test('the vocabulary of the sample brand has no fault', () => {
  const file = 'templates/defenseur-des-droits/vocabulary.yaml';
  const { vocabulary, findings } = parseVocabulary(readFileSync(file, 'utf8'), file);
  expect(findings).toEqual([]);
  expect(vocabulary.terms.length).toBeGreaterThan(20);
});
