// The email as Chromium shows it: accessible and legible in light and dark, at 320 and 600 pixels, and as it looked before.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/renditions/browser-find.ts';
import { comparePicture, drawing, systemFaces } from '../pictures.ts';
import { type BrandId, brands, fixtures, type Language, languages, sampleEmail } from './emails.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const picture = readFileSync(join(fixtures, 'releases/media/accueil.png'));

const executablePath = findBrowser(process.env);
const skipped = executablePath === undefined ? ' (skipped: no Chromium found)' : '';

type Scheme = 'light' | 'dark';
const views = [320, 600].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);
const emails = brands.flatMap((brand) => languages.map((language) => ({ brand, language })));

describe.skipIf(skipped !== '')(`in a browser${skipped}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch({ executablePath: executablePath ?? '', args: drawing });
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe.for(emails)('the email of $brand in $language', ({ brand, language }) => {
    test.for(views)('has no accessibility fault at $width px in $scheme', async ({ width, scheme }) => {
      await using shown = await show(browser, await sampleEmail(brand, language), { width, scheme });
      await shown.page.evaluate(axe);
      const { violations, passes } = (await shown.page.evaluate(runAxe)) as AxeResults;
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    });

    test('fits a screen of 320 pixels and asks for nothing but its pictures', async () => {
      await using shown = await show(browser, await sampleEmail(brand, language), {
        width: 320,
        scheme: 'light',
      });
      expect(await shown.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      for (const url of shown.asked) expect(url).toMatch(/\.png$/);
    });
  });

  const pictures: readonly (readonly [BrandId, Language, number, Scheme, 'images' | 'no images'])[] = [
    ['defenseur-des-droits', 'fr', 600, 'light', 'images'],
    ['defenseur-des-droits', 'fr', 600, 'light', 'no images'],
    ['defenseur-des-droits', 'fr', 600, 'dark', 'images'],
    ['defenseur-des-droits', 'fr', 320, 'light', 'images'],
    ['defenseur-des-droits', 'en', 600, 'dark', 'images'],
    ['defenseur-des-droits', 'ar', 600, 'light', 'images'],
    ['defenseur-des-droits', 'ar', 320, 'dark', 'images'],
    ['plain', 'en', 600, 'light', 'images'],
    ['plain', 'ar', 320, 'dark', 'images'],
  ];

  test.for(pictures)(
    '%s in %s at %i px in %s with %s looks as before',
    async ([brand, language, width, scheme, images], { skip }) => {
      const view = { width, scheme, images: images === 'images' };
      await using shown = await show(browser, await sampleEmail(brand, language), view);
      const name = `email/${[brand, language, width, scheme, images.replace(' ', '-')].join('.')}.png`;
      const picture = await shown.page.screenshot({ fullPage: true });
      const { verdict, message } = await comparePicture(browser, picture, name);
      if (verdict === 'untold') return skip(message);
      expect(verdict, message).toBe('same');
    },
  );
});

interface Shown extends AsyncDisposable {
  readonly page: Page;
  /** Every URL the email asked for. */
  readonly asked: string[];
}

async function show(
  browser: Browser,
  { html }: { readonly html: string },
  view: { readonly width: number; readonly scheme: Scheme; readonly images?: boolean },
): Promise<Shown> {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.setViewport({ width: view.width, height: 800, deviceScaleFactor: 0.5 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!/^https?:/.test(request.url())) return void request.continue();
    asked.push(request.url());
    return void (view.images === false
      ? request.abort()
      : request.respond({ contentType: 'image/png', body: picture }));
  });
  await page.setContent(html.replace('</head>', `<style>${systemFaces()}</style></head>`), {
    waitUntil: 'load',
  });
  await page.evaluate('document.fonts.ready');
  return { page, asked, [Symbol.asyncDispose]: () => page.close() };
}

/** Landmarks are those of the client that shows the email, not its own. */
const runAxe = `axe.run({ rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })`;
