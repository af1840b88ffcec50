// List items as ISO 32000-1, 14.8.4.3.3 and ISO 14289-1, 7.6 want them: `LI` holds a label and a body.
import type { Shown } from './shown.ts';
import {
  descendants,
  type Element,
  elementOf,
  isElement,
  type Kid,
  mapElements,
  marksIn,
} from './structure.ts';

/** The bullet that each numbering draws; read aloud where Chromium draws it with lines instead of a letter. */
const bullets: Readonly<Record<string, string>> = { Disc: '•', Circle: '◦', Square: '▪' };

/** Every `LI` becomes `Lbl` and `LBody`; lists without labels say so; drawn bullets get the letter they stand for. */
export function completeLists(document: Element, shown: Shown): Element {
  return mapElements(document, (element) => {
    if (element.type !== 'L') return element;
    const bullet = bullets[element.attributes.listNumbering ?? ''] ?? '•';
    const kids = element.kids.map((kid) =>
      isElement(kid) && kid.type === 'LI' ? completeItem(kid, bullet, shown) : kid,
    );
    const listNumbering = element.attributes.listNumbering ?? numberingOf(element, shown);
    return { ...element, attributes: { ...element.attributes, listNumbering }, kids };
  });
}

/** Chromium names bullets and decimals only; letters and Roman numbers show in the first label. */
function numberingOf(list: Element, shown: Shown): string {
  const label = descendants(list).find((kid) => isElement(kid) && kid.type === 'Lbl');
  if (!label) return 'None';
  const text = shown.text(label, '').trim();
  if (/^\d/.test(text)) return 'Decimal';
  if (/^[ivx]+\b/.test(text)) return 'LowerRoman';
  if (/^[IVX]+\b/.test(text)) return 'UpperRoman';
  if (/^\p{Ll}\b/u.test(text)) return 'LowerAlpha';
  return /^\p{Lu}\b/u.test(text) ? 'UpperAlpha' : 'Disc';
}

function completeItem(item: Element, bullet: string, shown: Shown): Element {
  const isLabel = (kid: Kid): kid is Element => isElement(kid) && kid.type === 'Lbl';
  const labels = item.kids.filter(isLabel).map((label) => {
    const isDrawn = marksIn(label).every((mark) => shown.of(mark).runs.length === 0);
    return isDrawn && label.actual === null ? { ...label, actual: bullet } : label;
  });
  const rest: readonly Kid[] = item.kids.filter((kid) => !isElement(kid) || kid.type !== 'Lbl');
  const [first] = rest;
  const isBody = rest.length === 1 && first !== undefined && isElement(first) && first.type === 'LBody';
  const body = isBody ? first : elementOf('LBody', rest);
  return { ...item, kids: [...labels, body] };
}
