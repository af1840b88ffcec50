// Golden pictures: taken in the browser, kept small, compared with a tolerance, and updated on purpose.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer-core';

/** `UPDATE_SCREENSHOTS=1` writes the golden pictures anew; look at each before committing it. */
const update = process.env.UPDATE_SCREENSHOTS === '1';
const golden = join(import.meta.dirname, 'golden');
const require = createRequire(import.meta.url);

/** Letters drawn alike on every screen and system. */
export const drawing = ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text'];

/** The browser that the golden pictures were taken with: `Chrome/156`. */
const takenWith = join(golden, 'browser.txt');

export interface Comparison {
  /** `untold` where another version of the browser draws differently: that says nothing about the project. */
  readonly verdict: 'same' | 'changed' | 'untold';
  /** What to look at. */
  readonly message: string;
}

/** Rasterizers round differently: one pixel in two hundred may differ. */
const tolerance = 0.005;

/** Compares a PNG with the golden picture of that name, its path from `golden/`; a changed one is kept to look at. */
export async function comparePicture(browser: Browser, bytes: Uint8Array, name: string): Promise<Comparison> {
  const file = join(golden, name);
  const version = (await browser.version()).replace(/^Headless/, '').replace(/\..*/, '');
  const png = withFewColours(PNG.sync.read(Buffer.from(bytes)));
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, PNG.sync.write(png, smallest));
    writeFileSync(takenWith, `${version}\n`);
  }
  if (!existsSync(file))
    return { verdict: 'changed', message: `${file} is missing: run with UPDATE_SCREENSHOTS=1` };
  if (differenceOf(PNG.sync.read(readFileSync(file)), png) <= tolerance)
    return { verdict: 'same', message: '' };
  const actual = join(tmpdir(), basename(name));
  writeFileSync(actual, PNG.sync.write(png, smallest));
  const of = readFileSync(takenWith, 'utf8').trim();
  const message = `compare ${actual} with ${file}`;
  if (of === version) return { verdict: 'changed', message };
  return { verdict: 'untold', message: `skipped: pictures are of ${of}, this is ${version}; ${message}` };
}

/** The share of pixels that differ, from 0 to 1. */
function differenceOf(before: PNG, after: PNG): number {
  const { width, height } = before;
  if (width !== after.width || height !== after.height) return 1;
  return (
    pixelmatch(before.data, after.data, undefined, width, height, { threshold: 0.15 }) / (width * height)
  );
}

const smallest = { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 } as const;

/** Thirty-two shades of each colour: half the bytes, and nothing lost that the eye or the comparison would miss. */
function withFewColours(png: PNG): PNG {
  png.data.forEach((value, index) => {
    png.data[index] = Math.round(Math.round((value / 255) * 31) * (255 / 31));
  });
  return png;
}

/** `@font-face` rules that put faces of the project in the place of Arial and Georgia, which differ from machine to machine. */
export const systemFaces = (): string =>
  [
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
