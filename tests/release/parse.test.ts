// What a release does not say and its brand does.
import { expect, it } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';

const defaults = { language: 'fr', city: { fr: 'Paris', es: 'París', ar: 'باريس' }, country: 'FR' };

const cityOf = (language: string, more = ''): string | undefined =>
  parseRelease(
    {
      file: `releases/2026-03-02-x.${language}.md`,
      text: `---\ntitle: X\ndate: 2026-03-02\n${more}---\n\nX.\n`,
    },
    defaults,
  ).release?.city;

it.each([
  ['es', 'París'],
  ['es-MX', 'París'],
  ['ar', 'باريس'],
  ['ro', 'Paris'],
])('a release in %s is dated from the city of the brand as that language writes it', (language, city) => {
  expect(cityOf(language)).toBe(city);
});

it('a release that names its city is dated from there', () => {
  expect(cityOf('es', 'city: Bilbao\n')).toBe('Bilbao');
});
