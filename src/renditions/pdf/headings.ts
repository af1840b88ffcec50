// Heading levels from H1 without gaps (ISO 14289-1, 7.4.2): `h1, h3, h3, h2` is told as H1, H2, H2, H2.
import { descendants, type Element, isElement, withKids } from './structure.ts';

const levelOf = (element: Element): number | null => {
  const level = /^H([1-6])$/.exec(element.type)?.[1];
  return level === undefined ? null : Number(level);
};

/** Renumbers headings by how they nest: the depth of a heading is the number of lower levels still open before it. */
export function closeHeadingGaps(document: Element): Element {
  const types = new Map<Element, string>();
  const open: number[] = [];
  for (const kid of descendants(document)) {
    const level = isElement(kid) ? levelOf(kid) : null;
    if (level === null || !isElement(kid)) continue;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    types.set(kid, `H${open.length}`);
  }
  const renumber = (element: Element): Element => {
    const kids = element.kids.map((kid) => (isElement(kid) ? renumber(kid) : kid));
    const type = types.get(element) ?? element.type;
    return type === element.type ? withKids(element, kids) : { ...element, type, kids };
  };
  return renumber(document);
}
