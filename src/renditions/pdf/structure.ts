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

/** Of most elements. */
export const noAttributes: Attributes = {};

export type Box = readonly [number, number, number, number];

export interface Element {
  readonly kind: 'element';
  readonly type: string;
  readonly lang: string | null;
  readonly alt: string | null;
  /** Replaces what the marks say (`/ActualText`). */
  readonly actual: string | null;
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
  id: null,
  attributes: noAttributes,
  kids,
  origin: null,
});

/** The element with these kids; the same element where they are the same, so that what a pass leaves alone costs nothing. */
export function withKids(element: Element, kids: readonly Kid[]): Element {
  const isSame = kids.length === element.kids.length && kids.every((kid, i) => kid === element.kids[i]);
  return isSame ? element : { ...element, kids };
}

/** Rebuilds a tree from its leaves up: `change` sees each element with its kids already changed. */
export function mapElements(root: Element, change: (element: Element) => Element): Element {
  return change(
    withKids(
      root,
      root.kids.map((kid) => (isElement(kid) ? mapElements(kid, change) : kid)),
    ),
  );
}

/** Every kid below an element, parents before children, in reading order. */
export function descendants(root: Element): readonly Kid[] {
  const found: Kid[] = [];
  const visit = (element: Element): void => {
    for (const kid of element.kids) {
      found.push(kid);
      if (isElement(kid)) visit(kid);
    }
  };
  visit(root);
  return found;
}

/** The marks below an element in reading order. */
export const marksIn = (root: Element): readonly Mark[] => descendants(root).filter(isMark);
