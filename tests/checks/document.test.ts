// What attached documents tell about those who wrote them.
import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readOffice, readPdf } from '../../src/checks/document.ts';

const media = (name: string): Uint8Array => readFileSync(`tests/fixtures/media/${name}`);

test('a Word file with tracked changes, a comment and an author tells all three', async () => {
  expect(await readOffice(media('suivi.docx'))).toEqual({
    changes: true,
    comments: true,
    people: ['Camille Exemple'],
  });
});

test('a clean Word file tells nothing', async () => {
  expect(await readOffice(media('propre.docx'))).toEqual({ changes: false, comments: false, people: [] });
});

test('a PDF tells its author', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setAuthor('Camille Exemple');
  expect(await readPdf(await pdf.save())).toMatchObject({ people: ['Camille Exemple'] });
});

test('other bytes tell nothing', async () => {
  expect(await readOffice(media('stand.jpg'))).toBeUndefined();
  expect(await readPdf(media('stand.jpg'))).toBeUndefined();
});
