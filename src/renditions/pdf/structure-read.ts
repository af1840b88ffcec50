// Reads the structure tree that Chromium printed into plain data.
import { type Dictionary, Reference, type Value } from './objects.ts';
import type { Printed } from './printed.ts';
import { type Attributes, type Element, elementOf, type Kid, noAttributes } from './structure.ts';

/** The root's only kid, `/Document`; null where the file is not tagged. */
export function readStructure(printed: Printed): Element | null {
  const root = printed.file.dictionary(printed.catalog.get('StructTreeRoot'));
  if (!root) return null;
  const kids = new StructureReader(printed).kids(root.get('K'), null);
  const [only] = kids;
  const isDocument = kids.length === 1 && only?.kind === 'element' && only.type === 'Document';
  return isDocument ? only : elementOf('Document', kids);
}

class StructureReader {
  private readonly printed: Printed;
  private readonly pages: ReadonlyMap<number, number>;
  private readonly streams: ReadonlyMap<number, number>;

  constructor(printed: Printed) {
    this.printed = printed;
    this.pages = new Map(printed.pages.map((page, index) => [page.object.number, index]));
    this.streams = new Map(printed.streams.map((stream, index) => [stream.object.number, index]));
  }

  /** The kids behind one `/K`; `page` is the page their marks lie on unless they name another. */
  kids(kid: Value | undefined, page: number | null): readonly Kid[] {
    if (typeof kid === 'number') return page === null ? [] : [{ kind: 'mark', stream: page, mcid: kid }];
    const value = this.printed.file.resolve(kid);
    if (Array.isArray(value)) {
      const kids: Kid[] = [];
      for (const inner of value) {
        if (typeof inner !== 'number') kids.push(...this.kids(inner, page));
        else if (page !== null) kids.push({ kind: 'mark', stream: page, mcid: inner });
      }
      return kids;
    }
    if (!(value instanceof Map)) return [];
    const type = value.get('Type');
    if (type === '/MCR') return this.mark(value, page);
    if (type === '/OBJR') return this.annotation(value, page);
    return [this.element(value, page, kid instanceof Reference ? kid.number : null)];
  }

  private mark(reference: Dictionary, inherited: number | null): readonly Kid[] {
    const mcid = reference.get('MCID');
    const form = reference.get('Stm');
    const stream =
      form instanceof Reference ? this.streams.get(form.number) : (this.page(reference) ?? inherited);
    return typeof mcid === 'number' && typeof stream === 'number' ? [{ kind: 'mark', stream, mcid }] : [];
  }

  private annotation(reference: Dictionary, inherited: number | null): readonly Kid[] {
    const object = reference.get('Obj');
    const page = this.page(reference) ?? inherited;
    return object instanceof Reference && page !== null
      ? [{ kind: 'annotation', object: object.number, page }]
      : [];
  }

  private page(dictionary: Dictionary): number | null {
    const page = dictionary.get('Pg');
    return page instanceof Reference ? (this.pages.get(page.number) ?? null) : null;
  }

  private element(dictionary: Dictionary, inherited: number | null, origin: number | null): Element {
    const { file } = this.printed;
    const text = (key: string): string | null => file.text(dictionary.get(key)) ?? null;
    return {
      kind: 'element',
      type: file.name(dictionary.get('S')) ?? 'NonStruct',
      lang: text('Lang'),
      alt: text('Alt'),
      actual: text('ActualText'),
      id: text('ID'),
      attributes: this.attributes(dictionary.get('A')),
      kids: this.kids(dictionary.get('K'), this.page(dictionary) ?? inherited),
      origin,
    };
  }

  private attributes(value: Value | undefined): Attributes {
    if (value === undefined) return noAttributes;
    const { file } = this.printed;
    const owners = file.array(value) ?? [value];
    const merged = new Map(owners.flatMap((owner) => [...(file.dictionary(owner) ?? [])]));
    return {
      listNumbering: file.name(merged.get('ListNumbering')),
      scope: file.name(merged.get('Scope')),
      rowSpan: file.number(merged.get('RowSpan')),
      colSpan: file.number(merged.get('ColSpan')),
      headers: file.array(merged.get('Headers'))?.map((id) => file.text(id) ?? ''),
    };
  }
}
