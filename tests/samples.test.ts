// The sample releases as they are built, in every rendition: golden texts, and PDFs that the reference validator passes.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looseTexts, readAloud } from './pdf-structure.ts';
import { verifyPdf } from './verapdf.ts';
import { runRelease } from './workspace.ts';

const home = join(import.meta.dirname, '..');
/** `UPDATE_GOLDEN=1` writes the golden files anew; read each difference before committing it. */
const update = process.env.UPDATE_GOLDEN === '1';
const ids = readdirSync(join(home, 'releases'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace(/\.md$/, ''));
const shipped = readdirSync(join(home, 'templates'));
let out = '';

const built = (brand: string, id: string, file: string): string => join(out, brand, id, file);

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'release-samples-'));
  for (const brand of shipped) {
    const { code, stderr } = await runRelease(
      ['build', '--force', '--brand', brand, '--out', join(out, brand)],
      home,
    );
    if (brand === 'defenseur-des-droits') expect(stderr).not.toMatch(/^(erreur|avertissement)/m);
    expect([0, 1]).toContain(code);
  }
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

function matchesGolden(name: string, actual: string): void {
  const path = join(import.meta.dirname, 'golden/samples', name);
  if (update || !existsSync(path)) {
    expect(update, `${name} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe.each(ids)('%s', (id) => {
  const brand = 'defenseur-des-droits';

  it.each(['index.html', 'email.html', `${id}.txt`])('has the %s that was read and agreed on', (file) => {
    matchesGolden(`${id}/${file}`, readFileSync(built(brand, id, file), 'utf8'));
  });

  it('has a PDF that reads aloud in order, with nothing left out of its structure', async () => {
    const pdf = new Uint8Array(readFileSync(built(brand, id, `${id}.pdf`)));
    expect(await looseTexts(pdf)).toEqual([]);
    matchesGolden(`${id}/${id}.pdf.txt`, await readAloud(pdf));
  });
});

describe('every PDF', () => {
  it('is PDF/UA-1 and PDF/A-3a for veraPDF', async (context) => {
    const pdfs = shipped.flatMap((brand) =>
      ids.map((id) => built(brand, id, `${id}.pdf`)).filter((path) => existsSync(path)),
    );
    expect(pdfs.length).toBeGreaterThanOrEqual(ids.length);
    const verdicts = await verifyPdf(pdfs);
    if (typeof verdicts === 'string') return context.skip(verdicts);
    expect(verdicts.filter((verdict) => verdict.failures.length > 0)).toEqual([]);
    expect(verdicts).toHaveLength(pdfs.length * 2);
  }, 300_000);
});
