// The structure tree (ISO 32000-1, 14.7) as plain data: what the passes read and return, and the ways to walk it.

/** Marked content in a stream: `stream` counts in the document's list of content streams, pages first. */
export interface Mark {
  readonly kind: 'mark';
  readonly stream: number;
  readonly mcid: number;
}

/** An annotation by object number, and the page (counting from 0) that it lies on. */
export interface Annotation {
  readonly kind: 'annotation';
  readonly object: number;
  readonly page: number;
}

/** Layout, list and table attributes (14.8.5) that the passes know; anything else Chromium writes is not needed. */
export interface Attributes {
  readonly listNumbering?: string | undefined;
  readonly scope?: string | undefined;
  readonly headers?: readonly string[] | undefined;
  readonly rowSpan?: number | undefined;
  readonly colSpan?: number | undefined;
  /** Lower left x and y, upper right x and y, in points of the page. */
  readonly bbox?: Box | undefined;
}

export type Box = readonly [number, number, number, number];

export interface Element {
  readonly kind: 'element';
  readonly type: string;
  readonly lang: string | null;
  readonly alt: string | null;
  /** Replaces what the marks say (`/ActualText`). */
  readonly actual: string | null;
  /** What an abbreviation stands for (`/E`). */
  readonly expansion: string | null;
  readonly id: string | null;
  readonly attributes: Attributes;
  readonly kids: readonly Kid[];
  /** Object number of the printed element this one comes from: bookmarks point at it. */
  readonly origin: number | null;
}

export type Kid = Element | Mark | Annotation;

export const isElement = (kid: Kid): kid is Element => kid.kind === 'element';
export const isMark = (kid: Kid): kid is Mark => kid.kind === 'mark';

/** A new element around kids, with nothing else said of it. */
export const elementOf = (type: string, kids: readonly Kid[]): Element => ({
  kind: 'element',
  type,
  lang: null,
  alt: null,
  actual: null,
  expansion: null,
  id: null,
  attributes: {},
  kids,
  origin: null,
});

/** Rebuilds a tree from its leaves up: `change` sees each element with its kids already changed. */
export function mapElements(root: Element, change: (element: Element) => Element): Element {
  return change({ ...root, kids: root.kids.map((kid) => (isElement(kid) ? mapElements(kid, change) : kid)) });
}

/** Every kid below an element, parents before children, in reading order. */
export function* descendants(root: Element): Generator<Kid> {
  for (const kid of root.kids) {
    yield kid;
    if (isElement(kid)) yield* descendants(kid);
  }
}

/** The marks below an element in reading order. */
export function marksIn(root: Element): readonly Mark[] {
  return [...descendants(root)].filter(isMark);
}
