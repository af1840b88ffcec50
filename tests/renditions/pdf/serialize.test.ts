// Files as they are written, read back by a library that took no part in it.
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byteString,
  dictionaryOf,
  PdfFile,
  Reference,
  Stream,
  textString,
  type Value,
} from '../../../src/renditions/pdf/objects.ts';
import { parsePdf } from '../../../src/renditions/pdf/parse.ts';
import { serializePdf } from '../../../src/renditions/pdf/serialize.ts';

/** A file of one empty page whose catalog has `value` under `/Test`. */
function fileWith(value: Value): PdfFile {
  const file = new PdfFile(new Map(), new Map());
  const page = dictionaryOf({ Type: '/Page', MediaBox: [0, 0, 10, 10] });
  const pages = file.add(dictionaryOf({ Type: '/Pages', Kids: [file.add(page)], Count: 1 }));
  page.set('Parent', pages);
  file.trailer.set('Root', file.add(dictionaryOf({ Type: '/Catalog', Pages: pages, Test: value })));
  return file;
}

const readTest = async (file: PdfFile) => {
  const document = await PDFDocument.load(serializePdf(file), { updateMetadata: false });
  return document.catalog.lookup(PDFName.of('Test'));
};

describe('a written file', () => {
  test('gives every text back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const read = await readTest(fileWith(textString(text)));
        expect((read as { decodeText?: () => string }).decodeText?.()).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test('never writes numbers in exponents', () => {
    const stream = new Stream(dictionaryOf({ Numbers: [1e-7, 0.25, -3, 1234567] }), new Uint8Array());
    const file = fileWith(null);
    file.trailer.set('Info', file.add(stream));
    expect(Buffer.from(serializePdf(file)).toString('latin1')).toContain('[0.0000001000 0.25 -3 1234567]');
  });

  test('escapes names', async () => {
    expect(String(await readTest(fileWith('/text/mark down')))).toBe('/text#2Fmark#20down');
  });

  test('drops what nothing points at, and the numbers that objects had', () => {
    const [one, other] = [fileWith(null), fileWith(null)];
    one.add(byteString('left over'));
    other.objects.set(4711, byteString('left over too'));
    expect(serializePdf(one)).toEqual(serializePdf(other));
  });

  test('keeps shared and cyclic objects shared', async () => {
    const file = fileWith(null);
    const ring = dictionaryOf({ Name: '/Ring' });
    const reference = file.add(ring);
    ring.set('Next', reference);
    const root = file.dictionary(file.trailer.get('Root'));
    root?.set('Test', reference);
    const read = await readTest(file);
    expect(read instanceof PDFDict && read.lookup(PDFName.of('Next')) === read).toBe(true);
  });
});

describe('a printed file', () => {
  const written = (body: readonly string[], trailer: string): Uint8Array => {
    let text = '%PDF-1.4\n';
    const offsets = body.map((object) => {
      const offset = text.length;
      text += `${object}\n`;
      return offset;
    });
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const table = `xref\n0 ${body.length + 1}\n0000000000 65535 f \n${rows}`;
    return Buffer.from(`${text}${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF`, 'latin1');
  };

  test('is read by its cross-reference table, streams with direct and indirect lengths', () => {
    const file = parsePdf(
      written(
        [
          '1 0 obj\n<</A 2 0 R /B [3 0 R 1 2]>>\nendobj',
          '2 0 obj\n<</Length 4>> stream\nendo\nendstream\nendobj',
          '3 0 obj\n<</Length 4 0 R>>\nstream\r\nabc\nendstream\nendobj',
          '4 0 obj\n3\nendobj',
        ],
        '<</Root 1 0 R>>',
      ),
    );
    const root = file.dictionary(file.trailer.get('Root'));
    expect(root?.get('B')).toEqual([new Reference(3), 1, 2]);
    expect(Buffer.from(file.stream(root?.get('A'))?.bytes ?? []).toString()).toBe('endo');
    expect(file.objects.get(3)).toBeInstanceOf(Stream);
    expect(Buffer.from(file.stream(new Reference(3))?.bytes ?? []).toString()).toBe('abc');
  });

  test('is refused when it is of another kind', () => {
    expect(() => parsePdf(Buffer.from('not a PDF'))).toThrow('cross-reference');
  });
});
