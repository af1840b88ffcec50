// Drops the objects that nothing points at any more: what the old tree leaves behind holds numbers of its process.
import { PDFArray, PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { Printed } from './printed.ts';

/** Keeps what can be reached from the trailer (ISO 32000-1, 7.5.5). */
export function dropLeftovers(printed: Printed): void {
  const { context } = printed;
  const { Root, Info } = context.trailerInfo;
  const reached = new Set<PDFRef>();
  const pending: PDFObject[] = [Root, Info].filter((object) => object !== undefined);
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (object instanceof PDFRef) {
      const target = reached.has(object) ? undefined : context.lookup(object);
      reached.add(object);
      if (target) pending.push(target);
    } else if (object instanceof PDFDict) pending.push(...object.values());
    else if (object instanceof PDFArray) pending.push(...object.asArray());
    else if (object instanceof PDFStream) pending.push(object.dict);
  }
  for (const [reference] of context.enumerateIndirectObjects()) {
    if (!reached.has(reference)) context.delete(reference);
  }
}
