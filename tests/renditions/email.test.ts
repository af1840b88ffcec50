// The email as a document: what it says, what it points to, and how large it may grow.
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { makeEmail, sizeFindings } from '../../src/renditions/email.ts';
import { makeKit } from '../../src/renditions/kit.ts';
import { makeText } from '../../src/renditions/text.ts';
import { brands, languages, sampleEmail } from './emails.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Word reads attributes and comments where others read style.
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'no-conditional-comment': 'off',
    // Old clients know `presentation` and not yet `none`.
    'presentation-role-style': 'off',
    // Webmail drops elements it does not know, and their language and direction with them.
    'prefer-native-element': ['error', { exclude: ['article'] }],
  },
});

describe.for(brands.flatMap((brand) => languages.map((language) => ({ brand, language }))))(
  'the email of $brand in $language',
  async ({ brand, language }) => {
    const { html, edition } = await sampleEmail(brand, language);

    test('is valid HTML', async () => {
      const report = await validator.validateString(html);
      expect(
        report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`)),
      ).toEqual([]);
    });

    test('tells its language and direction where clients that rewrite the page keep it', () => {
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      expect(html).toMatch(new RegExp(`<div class="canvas [^>]*lang="${language}"`));
      expect(html).toMatch(new RegExp(`<div class="canvas [^>]*dir="${direction}"`));
    });

    test('has one main heading, and every layout table says that it is one', () => {
      expect(html.match(/<h1/g)).toHaveLength(1);
      for (const [tag] of html.matchAll(/<table[^>]*>/g)) {
        expect(tag).toMatch(/role="presentation"|class="data"/);
      }
    });

    test('opens with a preheader that is hidden and says the summary', () => {
      expect(html).toContain(`<div class="preheader" style="display: none`);
      expect(html.replaceAll('&nbsp;', '\u00a0')).toContain(edition.release.summary);
    });

    test('loads nothing but pictures of a stated size, and none is a pixel or written inline', () => {
      for (const [tag] of html.matchAll(/<img[^>]*>/g)) {
        expect(tag).toMatch(/ alt="[^"]+"/);
        expect(Number(/ width="(\d+)"/.exec(tag)?.[1])).toBeGreaterThan(99);
        expect(Number(/ width="(\d+)"/.exec(tag)?.[1])).toBeLessThanOrEqual(552);
        expect(tag).toMatch(/ height="\d+"/);
        expect(tag).not.toContain('src="data:');
      }
      expect(html).not.toMatch(/<(?:script|link|iframe|video|object|form|input)|@import|url\(/);
    });

    test('links lead where the release says, and contacts are tel: and mailto:', () => {
      for (const contact of edition.contacts) {
        expect(html).toContain(`href="mailto:${contact.email}"`);
        for (const { number } of contact.phones) expect(html).toContain(`href="tel:${number}"`);
      }
      const hosts = [...html.matchAll(/(?:href|src)="https?:\/\/([^/"]+)/g)].map(([, host]) => host);
      for (const host of hosts) expect(host).toMatch(/(^|\.)example\.(org|com|net)$/);
    });

    test('stays far below what Gmail clips', () => {
      expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    });
  },
);

test('where the brand has a public address, the page and the PDF are one click away', async () => {
  const { html } = await sampleEmail('defenseur-des-droits', 'fr');
  expect(html).toContain('href="https://presse.example.org/2020-12-03-accueil/"');
  expect(html).toContain('href="https://presse.example.org/2020-12-03-accueil/2020-12-03-accueil.pdf"');
});

test('a release too long for Gmail is told by its file', async () => {
  const { edition } = await sampleEmail('plain', 'fr');
  const { release, brand } = edition;
  const children = Array.from({ length: 60 }, () => release.body.children).flat();
  const long = { ...edition, release: { ...release, body: { ...release.body, children } } };
  const { findings } = await makeEmail(long, makeKit(brand, []));
  expect(findings).toMatchObject([{ rule: 'email/size', severity: 'error', place: { file: release.file } }]);
});

test('a portrait is shown no higher than a screen', async () => {
  const { edition } = await sampleEmail('plain', 'fr');
  const size = { width: 900, height: 1350 };
  const media = new Map([...edition.media].map(([src, file]) => [src, { ...file, size }]));
  const [html] = (await makeEmail({ ...edition, media }, makeKit(edition.brand, []))).files.values();
  expect(html).toContain(' width="400" height="600"');
});

test('a correction leads to what it corrects, in the email and in the text', async () => {
  const { edition } = await sampleEmail('defenseur-des-droits', 'fr');
  const corrects = '2020-11-30-accueil';
  const correction = { ...edition, release: { ...edition.release, kind: 'correction' as const, corrects } };
  const kit = makeKit(edition.brand, []);
  const [html] = (await makeEmail(correction, kit)).files.values();
  const [text] = (await makeText(correction, kit)).files.values();
  expect(html).toContain('href="https://presse.example.org/2020-11-30-accueil/"');
  expect(text).toContain(
    'Rectifie un communiqué précédent\u00a0: https://presse.example.org/2020-11-30-accueil/\n',
  );
});

test('a long email is a warning from 80 kB and an error from 100 kB', () => {
  expect(sizeFindings(79_999, 'releases/x.md')).toEqual([]);
  expect(sizeFindings(80_000, 'releases/x.md')).toMatchObject([{ rule: 'email/size', severity: 'warning' }]);
  expect(sizeFindings(100_000, 'releases/x.md')).toMatchObject([{ rule: 'email/size', severity: 'error' }]);
});
