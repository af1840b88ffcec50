import { describe, expect, test } from 'vitest';
import { languageMatches, languageTag } from '../src/language.ts';
import { meanings } from './recipients/fixture.ts';

describe('a language', () => {
  test.each([
    ['fr', 'fr'],
    ['FR', 'fr'],
    ['fr_FR', 'fr-FR'],
    ['fr-ca', 'fr-CA'],
    ['Français', 'fr'],
    ['anglais', 'en'],
    ['English', 'en'],
    ['arménien', 'hy'],
    ['azéri', 'az'],
    ['géorgien', 'ka'],
    ['zh-hant', 'zh-Hant'],
  ])('%s is %s', (text, tag) => {
    expect(languageTag(meanings.languages, text)).toBe(tag);
  });

  test.each(['klingonais', 'zz', 'f', '', 'fr-', 'toString'])('%j is none', (text) => {
    expect(languageTag(meanings.languages, text)).toBeUndefined();
  });

  test('takes its variants, not the other way round', () => {
    expect(languageMatches('fr', 'fr-CA')).toBe(true);
    expect(languageMatches('fr-CA', 'fr')).toBe(false);
    expect(languageMatches('f', 'fr')).toBe(false);
  });
});
