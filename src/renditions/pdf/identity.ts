// What makes two prints of one release the same bytes, and what the catalog says of viewing.
import { isRightToLeft } from './bidi.ts';
import type { PdfFacts } from './facts.ts';
import { byteString, dictionaryOf } from './objects.ts';
import type { Printed } from './printed.ts';

/** `/ID` (ISO 32000-1, 14.4; ISO 19005-3, 6.1.3) from the seed, never from clock or chance. */
export function fixIdentity({ file }: Printed, id: string): void {
  const bytes = Buffer.from(id, 'hex');
  file.trailer.set(
    'ID',
    [bytes.subarray(0, 16), bytes.subarray(16, 32)].map((half) => byteString(half.toString('latin1'))),
  );
}

/** Language, title in the window's bar, tagged, tab order by structure (ISO 14289-1, 7.1, 7.2 and 7.18.3). */
export function describeViewing({ file, catalog, pages }: Printed, facts: PdfFacts): void {
  catalog.set('Lang', byteString(facts.language));
  catalog.set('MarkInfo', dictionaryOf({ Marked: true }));
  const preferences = file.dictionary(catalog.get('ViewerPreferences')) ?? dictionaryOf({});
  preferences.set('DisplayDocTitle', true);
  if (isRightToLeft(facts.language)) preferences.set('Direction', '/R2L');
  catalog.set('ViewerPreferences', preferences);
  for (const { dictionary } of pages) if (dictionary.has('Annots')) dictionary.set('Tabs', '/S');
}
