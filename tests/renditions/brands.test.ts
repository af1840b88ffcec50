// The shipped brands in every language they publish in: pages without accessibility faults, print in their own fonts only.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordLanguages } from '../../src/brand/words.ts';
import { type BuildResult, buildWorkspace } from '../../src/commands/build-workspace.ts';
import { openPrinter } from '../../src/renditions/browser.ts';
import { findBrowser } from '../../src/renditions/browser-find.ts';
import { verifyPdf } from '../verapdf.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const home = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/brands', import.meta.url));
const brands = readdirSync(join(home, 'templates'));
const ids = readdirSync(join(fixtures, 'releases'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace(/\.md$/, ''));
const executablePath = findBrowser(process.env);

const skipped = executablePath === undefined ? ' (skipped: no Chromium found)' : '';

describe.skipIf(skipped !== '')(`the shipped brands${skipped}`, () => {
  let root: string;
  let browser: Browser;
  const results = new Map<string, BuildResult>();
  const folder = (brand: string, id: string): string => join(root, 'build', brand, id);
  const pdf = (brand: string, id: string): Uint8Array => readFileSync(join(folder(brand, id), `${id}.pdf`));

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'release-brands-'));
    cpSync(fixtures, root, { recursive: true });
    cpSync(join(home, 'templates'), join(root, 'templates'), { recursive: true });
    browser = await launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    for (const brand of brands) results.set(brand, await build(root, brand));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('speak every language the tool has words for', () => {
    const languages = ids.map((id) => id.split('.')[1] ?? 'fr');
    expect([...new Set(languages)].sort()).toEqual([...wordLanguages].sort());
  });

  it('print PDF/UA-1 and PDF/A-3a in every language, press kits too', async ({ skip }) => {
    const paths = brands.flatMap((brand) => ids.map((id) => join(folder(brand, id), `${id}.pdf`)));
    const verdicts = await verifyPdf(paths);
    if (typeof verdicts === 'string') return skip(verdicts);
    expect(verdicts).toHaveLength(2 * paths.length);
    expect(verdicts.filter(({ compliant }) => !compliant)).toEqual([]);
  });

  describe.each(brands)('%s', (brand) => {
    it('builds every release without a finding', () => {
      const { releases = [], findings = [] } = results.get(brand) ?? {};
      expect(findings).toEqual([]);
      expect(releases.map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(releases.flatMap((release) => release.findings)).toEqual([]);
    });

    it.each(ids)('has a page of %s without accessibility faults, in light and dark', async (id) => {
      for (const scheme of ['light', 'dark']) {
        await using shown = await show(browser, join(folder(brand, id), 'index.html'), 1000, scheme);
        await shown.page.evaluate(axe);
        const { violations, passes } = (await shown.page.evaluate('axe.run()')) as AxeResults;
        expect(passes.map((rule) => rule.id)).toContain('color-contrast');
        expect(
          violations.map((rule) => `${rule.id}: ${rule.nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
      }
    });

    it.each(ids)('has a page of %s that fits a screen of 320 pixels', async (id) => {
      await using shown = await show(browser, join(folder(brand, id), 'index.html'), 320, 'light');
      expect(await shown.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    });

    it.each(ids)('prints %s in its own fonts: none of the machine, none drawn as shapes', async (id) => {
      const families = packages(root, brand).map((name) => name.replaceAll('-', ''));
      const fonts = await fontsOf(pdf(brand, id));
      expect(fonts.length).toBeGreaterThan(0);
      const strange = fonts.filter(({ name }) => !families.some((family) => name.startsWith(family)));
      expect(strange).toEqual([]);
      expect(fonts.map(({ type }) => type)).not.toContain('/Type3');
    });

    it('breaks some long words, and keeps all others whole for those who search and copy', async () => {
      const texts = await Promise.all(ids.map(async (id) => (await pagesOf(pdf(brand, id))).join('\n')));
      expect(texts.filter((text) => /\p{L}-\n\p{L}/u.test(text))).not.toEqual([]);
      expect(texts.filter((text) => text.includes('\u00ad'))).toEqual([]);
      expect(texts[ids.indexOf('2025-11-20-dossier')]).toContain('administration');
    });

    it('tells in the contents of a press kit the page where each section begins', async () => {
      const pages = await pagesOf(pdf(brand, '2025-11-20-dossier'));
      const contents = pages[0] ?? '';
      const sections = [
        ...contents.matchAll(/^(Pourquoi des guichets|Qui accueille|Le calendrier)\s+(\d+)$/gm),
      ];
      expect(sections).toHaveLength(3);
      for (const [, title = '', page] of sections) expect(pages[Number(page) - 1]).toContain(title);
      expect(new Set(sections.map(([, , page]) => page)).size).toBeGreaterThan(1);
    });

    it('keeps a page under embargo out of search engines, and only that', () => {
      const read = (id: string): string => readFileSync(join(folder(brand, id), 'index.html'), 'utf8');
      expect(read('2025-11-03-guichets')).toContain('<meta name="robots" content="noindex">');
      expect(read('2025-11-20-dossier')).not.toContain('noindex');
    });

    it('tells machines its language, its translations and its picture by their public addresses', () => {
      const html = readFileSync(join(folder(brand, '2025-11-03-guichets'), 'index.html'), 'utf8');
      const contents = (property: string): string[] =>
        [...html.matchAll(new RegExp(`<meta property="${property}" content="([^"]*)">`, 'g'))].map(
          ([, content = '']) => content,
        );
      expect(contents('og:locale')).toEqual(['fr_FR']);
      expect(contents('og:locale:alternate')).toHaveLength(wordLanguages.length - 1);
      expect(contents('og:locale:alternate')).toContain('pl_PL');
      const addresses = [...html.matchAll(/<link rel="alternate" hreflang="[^"]*" href="([^"]*)"/g)];
      expect(addresses).toHaveLength(wordLanguages.length);
      for (const [, address = ''] of addresses) expect(address).toMatch(/^https:/);
      const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
      expect(JSON.parse(json)).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        inLanguage: 'fr',
        image: expect.stringMatching(/^https:.*guichet\.png$/),
        datePublished: '2025-11-04T05:00:00Z',
        publisher: { '@type': 'Organization', contactPoint: [{ '@type': 'ContactPoint' }] },
      });
    });

    it('leads from each translation to the others', () => {
      const html = readFileSync(join(folder(brand, '2025-11-03-guichets.ar'), 'index.html'), 'utf8');
      expect(html).toContain('<html lang="ar" dir="rtl">');
      for (const language of wordLanguages.filter((other) => other !== 'ar')) {
        const id = language === 'fr' ? '2025-11-03-guichets' : `2025-11-03-guichets.${language}`;
        expect(html).toContain(`<a href="../${id}/index.html" hreflang="${language}" lang="${language}">`);
      }
    });
  });
});

async function build(root: string, brand: string): Promise<BuildResult> {
  const { signal } = new AbortController();
  const printer = await openPrinter({
    executable: executablePath ?? '',
    tabs: 2,
    timeoutMs: 60_000,
    signal,
  });
  try {
    return await buildWorkspace({
      root,
      cwd: root,
      patterns: [],
      only: ['page', 'pdf'],
      brand,
      out: join(root, 'build', brand),
      force: true,
      jobs: 2,
      build: '0',
      pdfStandard: 'ua-1+a-3a',
      signal,
      printer: async () => printer,
      progress: () => {},
    });
  } finally {
    await printer.close();
  }
}

interface Shown extends AsyncDisposable {
  readonly page: Page;
}

async function show(browser: Browser, file: string, width: number, scheme: string): Promise<Shown> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(file).href);
  return { page, [Symbol.asyncDispose]: () => page.close() };
}

/** `source-serif-4`, … as brand.yaml names them. */
const packages = (root: string, brand: string): string[] =>
  [
    ...readFileSync(join(root, 'templates', brand, 'brand.yaml'), 'utf8').matchAll(/@fontsource\/([\w-]+)/g),
  ].map(([, name = '']) => name);

/** Every font of a PDF, its name in lower case and without the tag of its subset. */
async function fontsOf(bytes: Uint8Array): Promise<{ name: string; type: string }[]> {
  const { PDFDict, PDFDocument, PDFName } = await import('@cantoo/pdf-lib');
  const file = await PDFDocument.load(bytes);
  return file.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) return [];
    const name = String(object.get(PDFName.of('BaseFont'))).replace(/^\/([A-Z]{6}\+)?/, '');
    return [{ name: name.toLowerCase(), type: String(object.get(PDFName.of('Subtype'))) }];
  });
}

/** The text of each page, line by line, as pdf.js reads it. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await document.loadingTask.destroy();
  return pages;
}
