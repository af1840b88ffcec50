// Writes the structure tree (ISO 32000-1, 14.7): elements, parent tree, ids, role map; bookmarks follow their headings.
import { PDFDict, PDFHexString, PDFNumber, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { names } from './names.ts';
import { name, type Printed } from './printed.ts';
import {
  type Annotation,
  type Attributes,
  descendants,
  type Element,
  isElement,
  isMark,
  type Kid,
  type Mark,
} from './structure.ts';
import type { PrintedStructure } from './structure-read.ts';

/** Element types of PDF 2.0 that Chromium writes, as what PDF 1.7 knows of them (14.8.4, ISO 14289-1 7.1). */
const roles: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Sect',
  Title: 'P',
  FENote: 'Note',
};

/** Replaces the printed tree by `document`. Annotations get their parents; ids are given in reading order. */
export function writeStructure(printed: Printed, old: PrintedStructure, document: Element): void {
  for (const object of old.objects) printed.context.delete(object);
  const writer = new StructureWriter(printed);
  const root = printed.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const rootObject = printed.catalog.get(name('StructTreeRoot')) as PDFRef;
  const documentObject = writer.element(document, rootObject);
  for (const [key] of root.entries()) root.delete(key);
  root.set(names.Type, name('StructTreeRoot'));
  root.set(names.K, printed.context.obj([documentObject]));
  root.set(name('RoleMap'), printed.context.obj(usedRoles(document)));
  writer.finishParents(root);
  writer.finishIds(root);
  writer.finishBookmarks();
}

function usedRoles(document: Element): Readonly<Record<string, string>> {
  const used = new Set([...descendants(document)].filter(isElement).map((element) => element.type));
  return Object.fromEntries(Object.entries(roles).filter(([type]) => used.has(type)));
}

class StructureWriter {
  private readonly printed: Printed;
  /** Stream → its marks' elements by MCID. */
  private readonly markParents: (PDFRef | undefined)[][];
  private readonly annotationParents: { readonly annotation: Annotation; readonly parent: PDFRef }[] = [];
  private readonly ids: { readonly id: string; readonly object: PDFRef }[] = [];
  private readonly byOrigin = new Map<number, PDFRef>();

  constructor(printed: Printed) {
    this.printed = printed;
    this.markParents = printed.streams.map(() => []);
  }

  element(element: Element, parent: PDFRef): PDFRef {
    const { context, streams, pages } = this.printed;
    const object = context.nextRef();
    const entries = new Map<ReturnType<typeof name>, PDFObject>();
    const dictionary = PDFDict.fromMapWithContext(entries, context);
    context.assign(object, dictionary);
    const page = element.kids.map((kid) => this.pageOf(kid)).find((found) => found !== null) ?? null;
    dictionary.set(names.S, name(element.type));
    dictionary.set(names.P, parent);
    const pageObject = page === null ? undefined : pages[page];
    if (pageObject) dictionary.set(names.Pg, pageObject);
    if (element.lang !== null) dictionary.set(names.Lang, PDFString.of(element.lang));
    if (element.alt !== null) dictionary.set(names.Alt, PDFHexString.fromText(element.alt));
    if (element.actual !== null) dictionary.set(names.ActualText, PDFHexString.fromText(element.actual));
    if (element.expansion !== null) dictionary.set(names.E, PDFHexString.fromText(element.expansion));
    if (element.id !== null) dictionary.set(names.ID, PDFString.of(element.id));
    const attributes = this.attributes(element.attributes);
    if (attributes) dictionary.set(names.A, attributes);
    if (element.id !== null) this.ids.push({ id: element.id, object });
    if (element.origin !== null) this.byOrigin.set(element.origin, object);
    const kids = element.kids.map((kid) => {
      if (isElement(kid)) return this.element(kid, object);
      if (!isMark(kid)) return this.annotation(kid, object);
      const parents = this.markParents[kid.stream];
      if (parents) parents[kid.mcid] = object;
      const isPlain = kid.stream === page && !streams[kid.stream]?.isForm;
      return isPlain ? PDFNumber.of(kid.mcid) : this.markReference(kid);
    });
    const [only] = kids;
    dictionary.set(names.K, kids.length === 1 && only ? only : context.obj(kids));
    return object;
  }

  private pageOf(kid: Kid): number | null {
    if (isElement(kid)) return null;
    return isMark(kid) ? (this.printed.streams[kid.stream]?.page ?? null) : kid.page;
  }

  private markReference(mark: Mark): PDFDict {
    const stream = this.printed.streams[mark.stream];
    return this.printed.context.obj({
      Type: 'MCR',
      Pg: stream && this.printed.pages[stream.page],
      ...(stream?.isForm ? { Stm: stream.object } : {}),
      MCID: mark.mcid,
    });
  }

  private annotation(annotation: Annotation, parent: PDFRef): PDFDict {
    this.annotationParents.push({ annotation, parent });
    const Obj = PDFRef.of(annotation.object);
    return this.printed.context.obj({ Type: 'OBJR', Obj, Pg: this.printed.pages[annotation.page] });
  }

  private attributes(attributes: Attributes): PDFObject | null {
    const { context } = this.printed;
    const { listNumbering, scope, headers, rowSpan, colSpan, bbox } = attributes;
    const table = {
      ...(scope === undefined ? {} : { Scope: scope }),
      ...(headers === undefined ? {} : { Headers: headers.map((id) => PDFString.of(id)) }),
      ...(rowSpan === undefined || rowSpan === 1 ? {} : { RowSpan: rowSpan }),
      ...(colSpan === undefined || colSpan === 1 ? {} : { ColSpan: colSpan }),
    };
    const owners = [
      ...(listNumbering === undefined ? [] : [context.obj({ O: 'List', ListNumbering: listNumbering })]),
      ...(Object.keys(table).length === 0 ? [] : [context.obj({ O: 'Table', ...table })]),
      ...(bbox === undefined ? [] : [context.obj({ O: 'Layout', Placement: 'Block', BBox: [...bbox] })]),
    ];
    return owners.length > 1 ? context.obj(owners) : (owners[0] ?? null);
  }

  /** The parent tree (14.7.4.4): an array for each content stream, one element for each annotation. */
  finishParents(root: PDFDict): void {
    const { context, streams } = this.printed;
    const numbers: PDFObject[] = [];
    let key = 0;
    streams.forEach((stream, index) => {
      const parents = this.markParents[index] ?? [];
      stream.owner.delete(name('StructParents'));
      if (parents.length === 0 && stream.isForm) return;
      stream.owner.set(name('StructParents'), PDFNumber.of(key));
      numbers.push(
        PDFNumber.of(key++),
        context.register(context.obj(Array.from(parents, (parent) => parent ?? null))),
      );
    });
    for (const { annotation, parent } of this.annotationParents) {
      context.lookup(PDFRef.of(annotation.object), PDFDict).set(name('StructParent'), PDFNumber.of(key));
      numbers.push(PDFNumber.of(key++), parent);
    }
    root.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })));
    root.set(name('ParentTreeNextKey'), PDFNumber.of(key));
  }

  finishIds(root: PDFDict): void {
    if (this.ids.length === 0) return;
    const sorted = this.ids.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const names = sorted.flatMap(({ id, object }) => [PDFString.of(id), object]);
    root.set(name('IDTree'), this.printed.context.obj({ Names: names }));
  }

  /** `/SE` of a bookmark points at its heading (12.3.3); one whose heading is gone points at none. */
  finishBookmarks(): void {
    const outlines = this.printed.catalog.lookup(name('Outlines'));
    const visit = (item: PDFObject | undefined): void => {
      for (let next = item; next instanceof PDFDict; next = next.lookup(name('Next'))) {
        const heading = next.get(name('SE'));
        const moved = heading instanceof PDFRef ? this.byOrigin.get(heading.objectNumber) : undefined;
        if (moved) next.set(name('SE'), moved);
        else next.delete(name('SE'));
        visit(next.lookup(name('First')));
      }
    };
    if (outlines instanceof PDFDict) visit(outlines.lookup(name('First')));
  }
}
