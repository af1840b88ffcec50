// The email as Chromium shows it: accessible and legible in light and dark, at 320 and 600 pixels, and as it looked before.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/renditions/browser.ts';
import { type BrandId, brands, fixtures, type Language, languages, sampleEmail } from './emails.ts';

/** `UPDATE_SCREENSHOTS=1` writes the golden pictures anew; look at each before committing it. */
const update = process.env.UPDATE_SCREENSHOTS === '1';
const golden = fileURLToPath(new URL('../golden/email', import.meta.url));
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const picture = readFileSync(join(fixtures, 'releases/media/accueil.png'));

const executablePath = findBrowser(process.env);
const withBrowser = describe.skipIf(executablePath === undefined);

type Scheme = 'light' | 'dark';
const views = [320, 600].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);
const emails = brands.flatMap((brand) => languages.map((language) => ({ brand, language })));

withBrowser('in a browser (skipped: no Chromium found)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
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
    async ([brand, language, width, scheme, images]) => {
      const view = { width, scheme, images: images === 'images' };
      await using shown = await show(browser, await sampleEmail(brand, language), view);
      const png = PNG.sync.read(Buffer.from(await shown.page.screenshot({ fullPage: true })));
      compare(png, `${[brand, language, width, scheme, images.replace(' ', '-')].join('.')}.png`);
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
  await page.setContent(html.replace('</head>', `<style>${faces}</style></head>`), { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready');
  return { page, asked, [Symbol.asyncDispose]: () => page.close() };
}

/** Landmarks are those of the client that shows the email, not its own. */
const runAxe = `axe.run({ rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })`;

/** The system's faces differ from machine to machine: pictures are taken with faces that the project brings. */
const faces = [
  ...['400', '400-italic', '700'].map((face) => faceCss('source-sans-3', face, 'Arial')),
  ...['400', '700'].map((face) => faceCss('source-serif-4', face, 'Georgia')),
  ...['arabic-400', 'arabic-700'].flatMap((face) => [
    faceCss('noto-sans-arabic', face, 'Arial'),
    faceCss('noto-naskh-arabic', face, 'Georgia'),
  ]),
].join('\n');

function faceCss(name: string, face: string, family: string): string {
  const path = require.resolve(`@fontsource/${name}/${face}.css`);
  return readFileSync(path, 'utf8')
    .replace(/font-family: '[^']+'/g, `font-family: '${family}'`)
    .replace(/url\((\.\/files\/[^)]+\.woff2?)\)/g, (_whole, file: string) => {
      const bytes = readFileSync(join(dirname(path), file));
      return `url(data:font/woff2;base64,${bytes.toString('base64')})`;
    });
}

const smallest = { colorType: 2, deflateLevel: 9 } as const;

/** Rasterizers round differently: one pixel in two hundred may differ. */
const tolerance = 0.005;

function compare(png: PNG, name: string): void {
  const file = join(golden, name);
  if (update || !existsSync(file)) {
    expect(update, `${file} is missing: run with UPDATE_SCREENSHOTS=1`).toBe(true);
    writeFileSync(file, PNG.sync.write(png, smallest));
    return;
  }
  const before = PNG.sync.read(readFileSync(file));
  const actual = join(tmpdir(), name);
  const same = before.width === png.width && before.height === png.height;
  const changed = same
    ? pixelmatch(before.data, png.data, undefined, png.width, png.height, { threshold: 0.15 })
    : Number.POSITIVE_INFINITY;
  if (changed > png.width * png.height * tolerance) writeFileSync(actual, PNG.sync.write(png, smallest));
  expect(changed, `compare ${actual} with ${file}`).toBeLessThanOrEqual(png.width * png.height * tolerance);
}
