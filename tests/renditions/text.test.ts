// The text rendition: what stands around the body, as the shipped brands write it.
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/width.ts';
import { brands, languages, sampleEmail } from './emails.ts';

const samples = brands.flatMap((brand) => languages.map((language) => ({ brand, language })));

test.for(samples)('the text of $brand in $language reads as its golden text', async ({ brand, language }) => {
  const { text } = await sampleEmail(brand, language);
  await expect(text).toMatchFileSnapshot(`../golden/text/${brand}.${language}.txt`);
});

test.for(samples)(
  'the text of $brand in $language fits 76 columns and ends cleanly',
  async ({ brand, language }) => {
    const { text } = await sampleEmail(brand, language);
    for (const line of text.split('\n')) {
      if (!/https?:\/\/\S+$/.test(line) && !line.startsWith('    ')) {
        expect(displayWidth(line), line).toBeLessThanOrEqual(76);
      }
    }
    expect(text).not.toMatch(/ \n|\n\n\n/);
    expect(text).toMatch(/^\S[\s\S]*\S\n$/);
  },
);

test('it says what the email says: title, contacts, boilerplate, where to read on', async () => {
  const { text, edition } = await sampleEmail('defenseur-des-droits', 'fr');
  expect(text).toContain(edition.release.title);
  for (const { name, email } of edition.contacts)
    expect(text.indexOf(email)).toBeGreaterThan(text.indexOf(`${name}\n`));
  expect(text).toContain('https://presse.example.org/2020-12-03-accueil/2020-12-03-accueil.pdf');
  expect(text).toContain('[3] https://presse.example.org/2020-12-03-accueil/media/accueil.png');
});
