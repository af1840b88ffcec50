// Reads the structure tree that Chromium printed into plain data.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { names } from './names.ts';
import { name, type Printed } from './printed.ts';
import { type Attributes, type Element, elementOf, type Kid } from './structure.ts';

export interface PrintedStructure {
  /** The root's only kid, `/Document`. */
  readonly document: Element;
  /** The objects that hold the printed tree; they go when a new one is written. */
  readonly objects: readonly PDFRef[];
}

/** Null where the file is not tagged. */
export function readStructure(printed: Printed): PrintedStructure | null {
  const root = printed.catalog.lookup(name('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return null;
  const reader = new StructureReader(printed);
  const kids = reader.kids(root.get(names.K), null);
  const [only] = kids;
  const isDocument = kids.length === 1 && only?.kind === 'element' && only.type === 'Document';
  return { document: isDocument ? only : elementOf('Document', kids), objects: reader.objects };
}

class StructureReader {
  readonly objects: PDFRef[] = [];
  private readonly printed: Printed;
  private readonly pageIndex: ReadonlyMap<PDFRef, number>;
  private readonly streamIndex: ReadonlyMap<PDFRef, number>;

  constructor(printed: Printed) {
    this.printed = printed;
    this.pageIndex = new Map(printed.pages.map((page, index) => [page, index]));
    this.streamIndex = new Map(printed.streams.map((stream, index) => [stream.object, index]));
  }

  /** The kids behind one `/K`; `page` is the page their marks lie on unless they name another. */
  kids(object: PDFObject | undefined, page: number | null): readonly Kid[] {
    if (object instanceof PDFArray) return object.asArray().flatMap((kid) => this.kids(kid, page));
    if (object instanceof PDFNumber)
      return page === null ? [] : [{ kind: 'mark', stream: page, mcid: object.asNumber() }];
    const value = object instanceof PDFRef ? this.printed.context.lookup(object) : object;
    if (value instanceof PDFArray) return this.kids(value, page);
    if (!(value instanceof PDFDict)) return [];
    const type = value.lookup(names.Type);
    if (type === names.MCR) return this.mark(value, page);
    if (type === names.OBJR) return this.annotation(value, page);
    if (object instanceof PDFRef) this.objects.push(object);
    return [this.element(value, page, object instanceof PDFRef ? object.objectNumber : null)];
  }

  private mark(reference: PDFDict, inherited: number | null): readonly Kid[] {
    const mcid = reference.lookup(names.MCID);
    const form = reference.get(names.Stm);
    const stream = form instanceof PDFRef ? this.streamIndex.get(form) : (this.page(reference) ?? inherited);
    if (!(mcid instanceof PDFNumber) || stream === undefined || stream === null) return [];
    return [{ kind: 'mark', stream, mcid: mcid.asNumber() }];
  }

  private annotation(reference: PDFDict, inherited: number | null): readonly Kid[] {
    const object = reference.get(names.Obj);
    const page = this.page(reference) ?? inherited;
    if (!(object instanceof PDFRef) || page === null) return [];
    return [{ kind: 'annotation', object: object.objectNumber, page }];
  }

  private page(dictionary: PDFDict): number | null {
    const page = dictionary.get(names.Pg);
    return page instanceof PDFRef ? (this.pageIndex.get(page) ?? null) : null;
  }

  private element(dictionary: PDFDict, inherited: number | null, origin: number | null): Element {
    const type = dictionary.lookup(names.S);
    return {
      kind: 'element',
      type: type instanceof PDFName ? type.asString().slice(1) : 'NonStruct',
      lang: textEntry(dictionary, names.Lang),
      alt: textEntry(dictionary, names.Alt),
      actual: textEntry(dictionary, names.ActualText),
      expansion: textEntry(dictionary, names.E),
      id: textEntry(dictionary, names.ID),
      attributes: readAttributes(dictionary),
      kids: this.kids(dictionary.get(names.K), this.page(dictionary) ?? inherited),
      origin,
    };
  }
}

const textEntry = (dictionary: PDFDict, key: PDFName): string | null => {
  const value = dictionary.lookup(key);
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
};

function readAttributes(dictionary: PDFDict): Attributes {
  const value = dictionary.lookup(names.A);
  const owners = value instanceof PDFArray ? value.asArray().map((_, i) => value.lookup(i)) : [value];
  const found: { -readonly [Key in keyof Attributes]: Attributes[Key] } = {};
  for (const owner of owners) {
    if (!(owner instanceof PDFDict)) continue;
    const word = (key: PDFName) => owner.lookupMaybe(key, PDFName)?.asString().slice(1);
    const count = (key: PDFName) => owner.lookupMaybe(key, PDFNumber)?.asNumber();
    const headers = owner.lookupMaybe(names.Headers, PDFArray);
    found.listNumbering = word(names.ListNumbering) ?? found.listNumbering;
    found.scope = word(names.Scope) ?? found.scope;
    found.rowSpan = count(names.RowSpan) ?? found.rowSpan;
    found.colSpan = count(names.ColSpan) ?? found.colSpan;
    if (headers)
      found.headers = headers
        .asArray()
        .map((_, i) => headers.lookup(i, PDFString, PDFHexString).decodeText());
  }
  return found;
}
