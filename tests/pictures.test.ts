// How releases look: page, email and first page of the PDF in three languages, compared with golden pictures.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { findBrowser } from '../src/renditions/browser-find.ts';
import { comparePicture, drawing, systemFaces } from './pictures.ts';
import { runRelease } from './workspace.ts';

const home = join(import.meta.dirname, '..');
const pdfJs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/build/pdf.min.mjs'));
const executablePath = findBrowser(process.env);

const ids = ['2020-12-03-accueil', '2021-05-18-reseaux-internationaux', '2025-11-03-guichets'].flatMap(
  (id) => [id, `${id}.en`, `${id}.ar`],
);
const editions = [
  ...ids.map((id) => ({ brand: 'defenseur-des-droits', id })),
  ...ids.slice(-3).map((id) => ({ brand: 'plain', id })),
];
const pages = [
  ...editions.map((edition) => ({ ...edition, number: 1 })),
  ...['defenseur-des-droits', 'plain'].map((brand) => ({ brand, id: '2025-11-20-dossier', number: 1 })),
];

const skipped = executablePath === undefined ? ' (skipped: no Chromium found)' : '';

describe.skipIf(skipped !== '')(`what is made${skipped}`, () => {
  let root = '';
  let browser: Browser;
  const built = (brand: string, id: string, file: string): string => join(root, 'build', brand, id, file);

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'release-pictures-'));
    for (const folder of ['releases', 'tests/fixtures/brands/releases', 'tests/fixtures/email/releases']) {
      cpSync(join(home, folder), join(root, 'releases'), { recursive: true });
    }
    cpSync(join(home, 'templates'), join(root, 'templates'), { recursive: true });
    for (const brand of ['defenseur-des-droits', 'plain']) {
      const wanted = pages.filter((page) => page.brand === brand).map(({ id }) => id);
      const sources = readdirSync(join(root, 'releases')).filter((name) =>
        wanted.includes(name.replace(/(\.fr)?\.md$/, '')),
      );
      const paths = sources.map((name) => join('releases', name));
      const out = join(root, 'build', brand);
      const { code, stderr } = await runRelease(['build', ...paths, '--brand', brand, '--out', out], root);
      expect(code, stderr).toBe(0);
    }
    browser = await launch({ executablePath: executablePath ?? '', args: drawing });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it.for(editions)('$brand: the page of $id looks as before', async ({ brand, id }, context) => {
    await using tab = await openTab(browser, 800, 0.4);
    await tab.page.goto(pathToFileURL(built(brand, id, 'index.html')).href);
    await tab.page.evaluate('document.fonts.ready');
    await expectAsBefore(
      context,
      await tab.page.screenshot({ fullPage: true }),
      `pictures/${brand}.${id}.page.png`,
    );
  });

  it.for(editions)('$brand: the email of $id looks as before', async ({ brand, id }, context) => {
    await using tab = await openTab(browser, 640, 0.5);
    await answer(tab.page, (path) => join(root, 'build', brand, path));
    const html = readFileSync(built(brand, id, 'email.html'), 'utf8');
    await tab.page.setContent(html.replace('</head>', `<style>${systemFaces()}</style></head>`));
    await tab.page.evaluate('document.fonts.ready');
    await expectAsBefore(
      context,
      await tab.page.screenshot({ fullPage: true }),
      `pictures/${brand}.${id}.email.png`,
    );
  });

  it.for(pages)('$brand: page $number of the PDF of $id looks as before', async (wanted, context) => {
    const { brand, id, number } = wanted;
    await using tab = await openTab(browser, 794, 0.5);
    await answer(tab.page, (path) =>
      path.endsWith('.pdf') ? built(brand, id, `${id}.pdf`) : join(pdfJs, path),
    );
    await tab.page.goto('http://viewer.example/viewer.html');
    await tab.page.evaluate(showPdf(number));
    const canvas = await tab.page.waitForSelector('canvas');
    await expectAsBefore(context, await canvas?.screenshot(), `pictures/${brand}.${id}.pdf-${number}.png`);
  });

  async function expectAsBefore(
    { skip }: TestContext,
    picture: Uint8Array | undefined,
    name: string,
  ): Promise<void> {
    const { verdict, message } = await comparePicture(browser, picture ?? new Uint8Array(), name);
    if (verdict === 'untold') skip(message);
    expect(verdict, message).toBe('same');
  }
});

interface Tab extends AsyncDisposable {
  readonly page: Page;
}

async function openTab(browser: Browser, width: number, deviceScaleFactor: number): Promise<Tab> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800, deviceScaleFactor });
  return { page, [Symbol.asyncDispose]: () => page.close() };
}

/** Answers every request to the web with a file: no test leaves the machine. */
async function answer(page: Page, fileOf: (path: string) => string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (!protocol.startsWith('http')) return void request.continue();
    const file = fileOf(decodeURIComponent(pathname.slice(1)));
    if (pathname.endsWith('.html')) return void request.respond({ contentType: 'text/html', body: '<body>' });
    if (!existsSync(file)) return void request.respond({ status: 404 });
    const contentType = file.endsWith('.mjs') ? 'text/javascript' : 'application/octet-stream';
    return void request.respond({ contentType, body: readFileSync(file) });
  });
}

/** Draws one page of the PDF with pdf.js, which has the browser's own canvas to draw on. */
const showPdf = (number: number): string => `(async () => {
  const { getDocument, GlobalWorkerOptions } = await import('/pdf.min.mjs');
  GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
  const page = await (await getDocument({ url: '/release.pdf' }).promise).getPage(${number});
  const viewport = page.getViewport({ scale: 96 / 72 });
  const canvas = document.createElement('canvas');
  document.body.style.margin = 0;
  Object.assign(canvas, { width: viewport.width * devicePixelRatio, height: viewport.height * devicePixelRatio });
  canvas.style.width = viewport.width + 'px';
  const transform = [devicePixelRatio, 0, 0, devicePixelRatio, 0, 0];
  await page.render({ canvas, viewport, transform }).promise;
  document.body.append(canvas);
})()`;
