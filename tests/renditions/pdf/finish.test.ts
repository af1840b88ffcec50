// The finished PDF as its judges see it: veraPDF, qpdf, pdf.js, pdf-lib and a listener.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FinishedPdf, finishPdf, type PdfFacts } from '../../../src/renditions/pdf/finish.ts';
import { glyphText, heardText, looseTexts, readAloud } from '../../pdf-structure.ts';
import {
  factsOf,
  lengthen,
  openSample,
  printPage,
  samples,
  sourceText,
  withBrowser,
} from '../../printing.ts';
import { verifyPdf } from '../../verapdf.ts';

const run = promisify(execFile);

interface Case {
  readonly printed: Uint8Array;
  readonly source: string;
  readonly facts: PdfFacts;
  readonly finished: FinishedPdf;
}

/** Samples with their own golden file; `opacity` has none, since pdf.js cannot tell marks of forms from those of pages. */
const golden = [
  'fr',
  'en',
  'es',
  'de',
  'pl',
  'ro',
  'hy',
  'ka',
  'az',
  'ar',
  'scripts',
  'tables',
  'figures',
  'effects',
];
const cases = new Map<string, Case>();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  const names = (await readdir(samples))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -5));
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    for (const [sample, times] of [...names.map((name) => [name, 1] as const), ['fr', 10] as const]) {
      await openSample(page, sample);
      if (times > 1) await lengthen(page, times);
      const facts = await factsOf(page);
      const source = await sourceText(page);
      const printed = await printPage(page);
      const name = times > 1 ? 'long' : sample;
      const finished = await finishPdf(printed, facts);
      cases.set(name, { printed, source, facts, finished });
      await writeFile(join(folder, `${name}.pdf`), finished.bytes);
    }
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const caseOf = (name: string): Case => {
  const found = cases.get(name);
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};

const conforming = (): readonly string[] => [...cases.keys()].filter((name) => name !== 'broken');

describe('a finished PDF', () => {
  test('conforms to PDF/UA-1 and PDF/A-3a without one failed check', async ({ skip }) => {
    const verdicts = await verifyPdf(conforming().map((name) => join(folder, `${name}.pdf`)));
    if (typeof verdicts === 'string') return skip(verdicts);
    expect(verdicts).toHaveLength(2 * conforming().length);
    expect(
      verdicts.flatMap(({ file, profile, failures }) =>
        failures.map((failure) => ({ file, profile, ...failure })),
      ),
    ).toEqual([]);
    expect(verdicts.every(({ compliant }) => compliant)).toBe(true);
  });

  test('is sound for qpdf', async ({ skip }) => {
    const found = await run('qpdf', ['--version']).catch(() => null);
    if (!found) return skip('skipped: qpdf not found');
    for (const name of cases.keys()) {
      const { stdout } = await run('qpdf', ['--check', join(folder, `${name}.pdf`)]);
      expect(stdout).toContain('No syntax or stream encoding errors found');
    }
  });

  test('looks exactly as it was printed', async ({ skip }) => {
    const found = await run('pdftoppm', ['-v']).catch(() => null);
    if (!found) return skip('skipped: pdftoppm not found');
    for (const name of ['fr', 'ar', 'scripts', 'tables', 'figures', 'effects', 'opacity']) {
      const printed = join(folder, `${name}.printed.pdf`);
      await writeFile(printed, caseOf(name).printed);
      const [one, other] = await Promise.all([picture(printed), picture(join(folder, `${name}.pdf`))]);
      expect(one.equals(other), name).toBe(true);
    }
  });

  test('has no text outside tagged marks and artifacts', async () => {
    // Marks of transparent forms have ids that pdf.js does not tell apart from those of the page.
    for (const name of conforming().filter((sample) => sample !== 'opacity')) {
      expect(await looseTexts(caseOf(name).finished.bytes), name).toEqual([]);
    }
  });

  test.each(golden)('reads aloud in the right order: %s', async (name) => {
    await expect(await readAloud(caseOf(name).finished.bytes)).toMatchFileSnapshot(
      `../../golden/pdf/${name}.txt`,
    );
  });

  test('says every word of its source, once, in the order of the source', async () => {
    const bare = (text: string): string => text.replace(/[\s\u00ad\u200b\u2066-\u2069]/g, '');
    // `effects` shows on purpose what filters and small capitals do to a text.
    for (const name of [...golden, 'long'].filter((sample) => sample !== 'effects')) {
      const { source, finished } = caseOf(name);
      const heard = bare(await heardText(finished.bytes)).replaceAll(/(?<=[a-zäöüß])-(?=[a-zäöüß])/g, '');
      expect(heard, name).toBe(bare(source).replaceAll(/(?<=[a-zäöüß])-(?=[a-zäöüß])/g, ''));
    }
  });

  test('keeps words apart at the ends of lines', async () => {
    expect(await glyphText(caseOf('en').finished.bytes)).toContain(
      'The open data site of the twelve towns, whose long name makes this link run over the end of one line and into the next one, twice perhaps',
    );
    expect(await glyphText(caseOf('fr').finished.bytes)).toContain('et aux bibliothèques : 78 % des lieux');
  });

  test('joins divided words, and says nothing of other soft hyphens', async ({ skip }) => {
    const found = await run('pdftotext', [join(folder, 'hyphens.pdf'), '-']).catch(() => null);
    if (!found) return skip('skipped: pdftotext not found');
    expect(found.stdout).toContain('Les communes\nouvrent les données\nd’accessibilité de');
    expect(found.stdout).toContain('Barrierefreiheitsver\u00ad\nordnungsänderun\u00ad\ngen');
    expect(found.stdout).toContain('porte-parole');
  });

  test('has a bookmark for each heading, which leads to its element', async () => {
    const document = await PDFDocument.load(caseOf('fr').finished.bytes, { updateMetadata: false });
    const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const types: string[] = [];
    const visit = (item: unknown): void => {
      if (!(item instanceof PDFDict)) return;
      types.push(String(item.lookup(PDFName.of('SE'), PDFDict).lookup(PDFName.of('S'))));
      visit(item.lookup(PDFName.of('First')));
      visit(item.lookup(PDFName.of('Next')));
    };
    visit(outlines.lookup(PDFName.of('First')));
    expect(types).toEqual(['/H1', '/H2', '/H2', '/H2', '/H2']);
  });

  test('has one, two or twelve pages as printed', () => {
    expect(['en', 'fr', 'long'].map((name) => caseOf(name).finished.pages)).toEqual([1, 2, 12]);
  });

  test('has nothing to say where all is well', () => {
    for (const name of conforming())
      expect(
        caseOf(name).finished.findings.filter(({ severity }) => severity !== 'note'),
        name,
      ).toEqual([]);
  });
});

describe('what cannot be mended', () => {
  test('is first of all a print without tags', async () => {
    const { facts } = caseOf('en');
    const printed = await withBrowser(async (browser) => {
      const page = await browser.newPage();
      await openSample(page, 'en');
      return page.pdf({ tagged: false, preferCSSPageSize: true });
    });
    const { findings, bytes } = await finishPdf(printed, facts);
    expect(findings.map(({ rule }) => rule)).toEqual(['pdf/untagged']);
    expect(await metadataOf(bytes)).not.toMatch(/pdf(a|ua)id:part/);
  });

  test('is told, each with its remedy in both languages', () => {
    const { findings } = caseOf('broken').finished;
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error pdf/figure-alternative',
      'error pdf/missing-glyph',
      'warning pdf/foreign-font',
      'error pdf/effect',
      'warning pdf/link-text',
      'warning pdf/table-header',
      'note pdf/stray-text',
    ]);
    for (const { message, remedy, place } of findings) {
      expect(message.fr).not.toBe(message.en);
      expect(remedy?.fr).toBeTruthy();
      expect(place.file).toBe('releases/2020-11-25-releve.md');
    }
  });

  test('keeps the file from claiming a standard', async () => {
    expect(await metadataOf(caseOf('broken').finished.bytes)).not.toMatch(/pdf(a|ua)id:part/);
    expect(await metadataOf(caseOf('fr').finished.bytes)).toMatch(/pdfaid:part>3<.*pdfuaid:part>1</s);
  });
});

describe('metadata', () => {
  test('says the same in XMP and in the information dictionary, at the time of the release', async () => {
    const { bytes } = caseOf('fr').finished;
    const xmp = await metadataOf(bytes);
    expect(await infoOf(bytes)).toMatchObject({
      Title: 'Douze communes ouvrent leurs données d’accessibilité',
      Author: 'Médiateur des communes',
      CreationDate: "D:20201125100000+01'00'",
      ModDate: "D:20201125100000+01'00'",
    });
    expect(xmp).toContain('<xmp:CreateDate>2020-11-25T10:00:00+01:00</xmp:CreateDate>');
    expect(xmp).toContain('Relevé d’accessibilité &lt;2020&gt; &amp; données');
    expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>');
  });

  test('names no standard, or PDF/UA alone, as it is told', async () => {
    const { printed, facts } = caseOf('en');
    const none = await finishPdf(printed, { ...facts, standard: 'none' });
    const accessible = await finishPdf(printed, { ...facts, standard: 'ua-1' });
    expect(await metadataOf(none.bytes)).not.toMatch(/pdf(a|ua)id:part/);
    expect(await metadataOf(accessible.bytes)).toMatch(/pdfuaid:part>1</);
    expect(await metadataOf(accessible.bytes)).not.toMatch(/pdfaid:part/);
  });

  test('carries the source as an associated file, byte for byte', async () => {
    const document = await PDFDocument.load(caseOf('fr').finished.bytes, { updateMetadata: false });
    const [attached] = document.getAttachments();
    expect(attached).toMatchObject({
      name: 'relevé.fr.md',
      mimeType: 'text/markdown',
      afRelationship: 'Source',
    });
    expect(Buffer.from(attached?.data ?? []).toString()).toBe('# Douze communes\n');
  });
});

describe('the same release', () => {
  test('gives the same bytes in a fresh browser and as the thirtieth page of a used tab', async () => {
    const used = await withBrowser(async (browser) => {
      const page = await browser.newPage();
      for (let i = 0; i < 29; i++) {
        await openSample(page, golden[i % golden.length] ?? 'fr');
        await printPage(page);
      }
      const bytes = new Map<string, Uint8Array>();
      for (const name of ['fr', 'tables', 'ar']) {
        await openSample(page, name);
        bytes.set(name, await printPage(page));
      }
      return bytes;
    });
    for (const [name, printed] of used) {
      const fresh = await withBrowser(async (browser) => {
        const page = await browser.newPage();
        await openSample(page, name);
        return printPage(page);
      });
      const { facts } = caseOf(name);
      const [one, other] = [await finishPdf(fresh, facts), await finishPdf(printed, facts)];
      expect(Buffer.from(fresh).equals(Buffer.from(printed)), `${name} as printed`).toBe(false);
      expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes)), `${name} as finished`).toBe(true);
    }
  });
});

/** The first page at 60 dots an inch. */
async function picture(path: string): Promise<Buffer> {
  const { stdout } = await run('pdftoppm', ['-r', '60', '-f', '1', '-l', '1', '-png', path], {
    encoding: 'buffer',
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

async function metadataOf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const metadata = document.catalog.lookup(PDFName.of('Metadata'));
  return metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
}

async function infoOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  const texts = info
    .entries()
    .map(([key, value]) => [
      key.decodeText(),
      value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '',
    ]);
  return Object.fromEntries(texts);
}
