// What makes two prints of one release the same bytes: file identifier, version, and what the catalog says of viewing.
import { PDFDict, PDFHeader, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { isRightToLeft } from './bidi.ts';
import type { PdfFacts } from './finish.ts';
import { name, type Printed } from './printed.ts';

/** `/ID` (ISO 32000-1, 14.4; ISO 19005-3, 6.1.3) from the seed, never from clock or chance; PDF 1.7. */
export function fixIdentity(printed: Printed, id: string): void {
  const halves = [id.slice(0, 32), id.slice(32, 64)].map((half) => PDFHexString.of(half.padEnd(32, '0')));
  printed.context.trailerInfo.ID = printed.context.obj(halves);
  printed.context.header = PDFHeader.forVersion(1, 7);
}

/** Language, title in the window's bar, tagged, tab order by structure (ISO 14289-1, 7.1, 7.2 and 7.18.3). */
export function describeViewing(printed: Printed, facts: PdfFacts): void {
  const { context, catalog } = printed;
  catalog.set(name('Lang'), PDFString.of(facts.language));
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  const preferences = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict) ?? context.obj({});
  preferences.set(name('DisplayDocTitle'), context.obj(true));
  if (isRightToLeft(facts.language)) preferences.set(name('Direction'), name('R2L'));
  catalog.set(name('ViewerPreferences'), preferences);
  for (const page of printed.document.getPages()) {
    if (page.node.has(name('Annots'))) page.node.set(name('Tabs'), name('S'));
  }
}
