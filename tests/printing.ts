// Prints HTML files as the tool does, in the browser found on this machine, and finishes what comes out.
import { access } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { PdfFacts } from '../src/renditions/pdf/facts.ts';

export const samples = resolve(import.meta.dirname, 'fixtures/pdf');

/** Headless shell first: it starts four times faster. */
const browsers = ['chrome-headless-shell', 'chromium-headless-shell', 'chromium', 'google-chrome', 'chrome'];

async function findBrowser(): Promise<string> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = browsers.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const place of [process.env.RELEASE_BROWSER, ...places]) {
    const found =
      place &&
      (await access(place).then(
        () => place,
        () => null,
      ));
    if (found) return found;
  }
  throw new Error('no browser: set RELEASE_BROWSER, or install chromium-headless-shell');
}

/** Lends a browser, and closes it. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = await findBrowser();
  const browser = await launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

export async function openSample(page: Page, sample: string): Promise<void> {
  await page.goto(pathToFileURL(join(samples, `${sample}.html`)).href);
  await loadFonts(page);
}

/** Waits for the fonts of an open page, that of the margin boxes too. */
export const loadFonts = (page: Page): Promise<unknown> =>
  page.evaluate(
    `document.fonts.load('9pt "Source Sans 3"', '1/2 Médiateur').then(() => document.fonts.ready).then(() => 0)`,
  );

export const printPage = (page: Page): Promise<Uint8Array> =>
  page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });

/** The facts of a sample: its title and language as the page has them, everything else constant. */
export async function factsOf(page: Page): Promise<PdfFacts> {
  const language = String(await page.evaluate('document.documentElement.lang'));
  return {
    title: await page.title(),
    language,
    author: 'Médiateur des communes',
    subject: 'Relevé d’accessibilité <2020> & données',
    created: '2020-11-25T10:00:00+01:00',
    id: '0123456789abcdef'.repeat(4),
    standard: 'ua-1+a-3a',
    families: [
      'Source Serif 4',
      'Source Sans 3',
      'Noto Naskh Arabic',
      'Noto Sans Hebrew',
      'Noto Sans Armenian',
      'Noto Sans Georgian',
      'Noto Sans',
    ],
    sources: [
      {
        name: 'relevé.fr.md',
        mediaType: 'text/markdown',
        bytes: Buffer.from('# Douze communes\n'),
        relationship: 'Source',
        description: 'Texte du communiqué',
      },
    ],
    place: { file: 'releases/2020-11-25-releve.md', line: 1, column: 1 },
  };
}

/** Repeats the body of an open page until it fills several pages; ids and the links to them stay unique. */
export async function lengthen(page: Page, times: number): Promise<void> {
  await page.evaluate(`{
    const main = document.querySelector('main');
    const once = main.innerHTML.replaceAll('h1>', 'h2>');
    for (let i = 1; i < ${times}; i++) {
      main.insertAdjacentHTML('beforeend', once.replaceAll(' id="', ' id="c' + i + '-').replaceAll('href="#', 'href="#c' + i + '-'));
    }
  }`);
}

/** The texts of an open page in the order of its source, without what is hidden from listeners. */
export const sourceText = async (page: Page): Promise<string> =>
  String(
    await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let text = '';
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest('[aria-hidden=true], svg')) text += walker.currentNode.data;
      }
      return text;
    })()`),
  );
