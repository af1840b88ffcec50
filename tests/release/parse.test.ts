// What a release does not say and its brand does, and what its title cannot show.
import { expect, it } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';

const defaults = {
  language: 'fr',
  languages: ['fr', 'en', 'es', 'ar'],
  city: { fr: 'Paris', es: 'París', ar: 'باريس' },
  country: 'FR',
};

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

it.each([
  ['Le prix *Goncourt*', '`*Goncourt*` would appear as it stands in `subtitle`'],
  ['**Un** prix', '`**Un**` would appear as it stands in `subtitle`'],
  ['Le 1^er^ prix', '`^er^` would appear as it stands in `subtitle`'],
  ['Tarif plein*, réduit** et 5*4', null],
])('a subtitle shows no marks: %j', (subtitle, told) => {
  const text = `---\ntitle: X\nsubtitle: "${subtitle}"\ndate: 2026-03-02\n---\n\nX.\n`;
  const { findings } = parseRelease({ file: 'releases/2026-03-02-x.md', text }, defaults);
  expect(findings.map(({ message }) => message.en)).toEqual(told === null ? [] : [told]);
});
