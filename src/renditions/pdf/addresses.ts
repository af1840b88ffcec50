// Where the addresses of a printed document lie: what Chromium writes for the targets of its inner links (ISO 32000-1, 12.3.2.3).
import { Reference } from './objects.ts';
import { openPrinted } from './printed.ts';

/** The page, from 1, of each element that a link of the document leads to, by the element's id. */
export function pagesOfAddresses(bytes: Uint8Array): ReadonlyMap<string, number> {
  const { file, catalog, pages } = openPrinted(bytes);
  const numbers = new Map(pages.map(({ object }, index) => [object.number, index + 1]));
  return new Map(
    [...(file.dictionary(catalog.get('Dests')) ?? [])].flatMap(([id, destination]) => {
      const page = file.array(destination)?.[0];
      const number = page instanceof Reference ? numbers.get(page.number) : undefined;
      return number === undefined ? [] : [[id, number] as const];
    }),
  );
}
