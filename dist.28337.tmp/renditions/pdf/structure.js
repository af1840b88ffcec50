// The structure tree (ISO 32000-1, 14.7) as plain data: what the passes read and return, and the ways to walk it.
export const isElement = (kid) => kid.kind === 'element';
export const isMark = (kid) => kid.kind === 'mark';
/** A new element around kids, with nothing else said of it. */
export const elementOf = (type, kids) => ({
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
export function mapElements(root, change) {
    return change({ ...root, kids: root.kids.map((kid) => (isElement(kid) ? mapElements(kid, change) : kid)) });
}
/** Every kid below an element, parents before children, in reading order. */
export function* descendants(root) {
    for (const kid of root.kids) {
        yield kid;
        if (isElement(kid))
            yield* descendants(kid);
    }
}
/** The marks below an element in reading order. */
export function marksIn(root) {
    return [...descendants(root)].filter(isMark);
}
