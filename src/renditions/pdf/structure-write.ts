// Writes the structure tree (ISO 32000-1, 14.7): elements, parent tree, ids, role map; bookmarks follow their headings.
import { byteString, type Dictionary, dictionaryOf, Reference, textString, type Value } from './objects.ts';
import type { Printed } from './printed.ts';
import {
  type Annotation,
  type Attributes,
  descendants,
  type Element,
  isElement,
  isMark,
  type Kid,
  type Mark,
  noAttributes,
} from './structure.ts';

/** Element types of PDF 2.0 that Chromium writes, as what PDF 1.7 knows of them (14.8.4, ISO 14289-1 7.1). */
const roles: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Sect',
  Title: 'P',
  FENote: 'Note',
};

/** Puts `document` in the place of the printed tree. Annotations get their parents. */
export function writeStructure(printed: Printed, document: Element): void {
  const writer = new StructureWriter(printed);
  const root: Dictionary = new Map();
  const rootObject = printed.file.add(root);
  root.set('Type', '/StructTreeRoot');
  root.set('K', [writer.element(document, rootObject)]);
  root.set('RoleMap', usedRoles(document));
  writer.finishParents(root);
  writer.finishIds(root);
  writer.finishBookmarks();
  printed.catalog.set('StructTreeRoot', rootObject);
}

function usedRoles(document: Element): Dictionary {
  const used = new Set(
    descendants(document)
      .filter(isElement)
      .map((element) => element.type),
  );
  const mapped = Object.entries(roles).filter(([type]) => used.has(type));
  return new Map(mapped.map(([type, role]) => [type, `/${role}`]));
}

class StructureWriter {
  private readonly printed: Printed;
  /** Stream → its marks' elements by MCID. */
  private readonly markParents: (Reference | undefined)[][];
  private readonly annotationParents: { readonly annotation: Annotation; readonly parent: Reference }[] = [];
  private readonly ids: { readonly id: string; readonly object: Reference }[] = [];
  private readonly byOrigin = new Map<number, Reference>();

  constructor(printed: Printed) {
    this.printed = printed;
    this.markParents = printed.streams.map(() => []);
  }

  element(element: Element, parent: Reference): Reference {
    const { file, pages, streams } = this.printed;
    const dictionary: Dictionary = new Map();
    const object = file.add(dictionary);
    const page = element.kids.map((kid) => this.pageOf(kid)).find((found) => found !== null) ?? null;
    const pageObject = page === null ? undefined : pages[page]?.object;
    const attributes = element.attributes === noAttributes ? null : formatAttributes(element.attributes);
    dictionary.set('S', `/${element.type}`);
    dictionary.set('P', parent);
    if (pageObject) dictionary.set('Pg', pageObject);
    if (element.lang !== null) dictionary.set('Lang', textString(element.lang));
    if (element.alt !== null) dictionary.set('Alt', textString(element.alt));
    if (element.actual !== null) dictionary.set('ActualText', textString(element.actual));
    if (element.id !== null) dictionary.set('ID', byteString(element.id));
    if (attributes) dictionary.set('A', attributes);
    if (element.id !== null) this.ids.push({ id: element.id, object });
    if (element.origin !== null) this.byOrigin.set(element.origin, object);
    const kids = element.kids.map((kid): Value => {
      if (isElement(kid)) return this.element(kid, object);
      if (!isMark(kid)) return this.annotation(kid, object);
      const parents = this.markParents[kid.stream];
      if (parents) parents[kid.mcid] = object;
      const isPlain = kid.stream === page && !streams[kid.stream]?.isForm;
      return isPlain ? kid.mcid : this.markReference(kid);
    });
    const [only] = kids;
    dictionary.set('K', kids.length === 1 && only !== undefined ? only : kids);
    return object;
  }

  private pageOf(kid: Kid): number | null {
    if (isElement(kid)) return null;
    return isMark(kid) ? (this.printed.streams[kid.stream]?.page ?? null) : kid.page;
  }

  private markReference(mark: Mark): Dictionary {
    const stream = this.printed.streams[mark.stream];
    return dictionaryOf({
      Type: '/MCR',
      Pg: stream && this.printed.pages[stream.page]?.object,
      Stm: stream?.isForm ? stream.object : undefined,
      MCID: mark.mcid,
    });
  }

  private annotation(annotation: Annotation, parent: Reference): Dictionary {
    this.annotationParents.push({ annotation, parent });
    const Pg = this.printed.pages[annotation.page]?.object;
    return dictionaryOf({ Type: '/OBJR', Obj: new Reference(annotation.object), Pg });
  }

  /** The parent tree (14.7.4.4): an array for each content stream, one element for each annotation. */
  finishParents(root: Dictionary): void {
    const { file, streams } = this.printed;
    const numbers: Value[] = [];
    let key = 0;
    streams.forEach((stream, index) => {
      const parents = this.markParents[index] ?? [];
      stream.owner.delete('StructParents');
      if (parents.length === 0 && stream.isForm) return;
      stream.owner.set('StructParents', key);
      numbers.push(key++, file.add(Array.from(parents, (parent) => parent ?? null)));
    });
    for (const { annotation, parent } of this.annotationParents) {
      file.dictionary(new Reference(annotation.object))?.set('StructParent', key);
      numbers.push(key++, parent);
    }
    root.set('ParentTree', file.add(dictionaryOf({ Nums: numbers })));
    root.set('ParentTreeNextKey', key);
  }

  finishIds(root: Dictionary): void {
    if (this.ids.length === 0) return;
    const sorted = this.ids.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    root.set('IDTree', dictionaryOf({ Names: sorted.flatMap(({ id, object }) => [byteString(id), object]) }));
  }

  /** `/SE` of a bookmark points at its heading (12.3.3); one whose heading is gone points at none. */
  finishBookmarks(): void {
    const { file, catalog } = this.printed;
    const visit = (item: Value | undefined): void => {
      for (let next = file.dictionary(item); next; next = file.dictionary(next.get('Next'))) {
        const heading = next.get('SE');
        const moved = heading instanceof Reference ? this.byOrigin.get(heading.number) : undefined;
        if (moved) next.set('SE', moved);
        else next.delete('SE');
        visit(next.get('First'));
      }
    };
    visit(file.dictionary(catalog.get('Outlines'))?.get('First'));
  }
}

function formatAttributes({
  listNumbering,
  scope,
  headers,
  rowSpan,
  colSpan,
  bbox,
}: Attributes): Value | null {
  const table = dictionaryOf({
    O: '/Table',
    Scope: scope === undefined ? undefined : `/${scope}`,
    Headers: headers?.map(byteString),
    RowSpan: rowSpan === 1 ? undefined : rowSpan,
    ColSpan: colSpan === 1 ? undefined : colSpan,
  });
  const owners = [
    ...(listNumbering === undefined
      ? []
      : [dictionaryOf({ O: '/List', ListNumbering: `/${listNumbering}` })]),
    ...(table.size === 1 ? [] : [table]),
    ...(bbox === undefined ? [] : [dictionaryOf({ O: '/Layout', Placement: '/Block', BBox: [...bbox] })]),
  ];
  return owners.length > 1 ? owners : (owners[0] ?? null);
}
