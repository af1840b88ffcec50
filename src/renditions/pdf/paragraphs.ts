// Resolves `NonStruct`, which Chromium writes around every text (ISO 32000-1, 14.8.4.2): text goes to its paragraph.
import type { Shown } from './shown.ts';
import { type Element, elementOf, isElement, isMark, type Kid, withKids } from './structure.ts';

const flowTypes = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Aside', 'TOC', 'Index']);
const inlineTypes = new Set([
  'Span',
  'Link',
  'Quote',
  'Code',
  'Em',
  'Strong',
  'Reference',
  'Note',
  'Ruby',
  'Warichu',
]);
/** Hold text directly, or blocks. */
const mixedTypes = new Set(['LBody', 'TD', 'TH', 'Caption', 'Note']);
const rowTypes = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR', 'L', 'LI']);

/** The tree without `NonStruct`: loose text of a section in a `P` of its own, passages in another language in a `Span`. */
export function resolveParagraphs(element: Element, shown: Shown): Element {
  const within = (kids: readonly Kid[]): readonly Kid[] => {
    if (flowTypes.has(element.type)) return flow(kids, shown);
    if (rowTypes.has(element.type)) return rows(kids, shown);
    if (mixedTypes.has(element.type) && isStacked(kids)) return flow(kids, shown);
    return phrase(kids, shown);
  };
  return withKids(element, within(element.kids));
}

const isNonStruct = (kid: Kid): kid is Element => isElement(kid) && kid.type === 'NonStruct';
const isLeaf = (kid: Kid): boolean => isNonStruct(kid) && kid.kids.every(isMark);
const isInline = (kid: Kid): boolean =>
  !isElement(kid) ||
  inlineTypes.has(kid.type) ||
  isLeaf(kid) ||
  (isNonStruct(kid) && kid.lang !== null && !isStacked(kid.kids));

/** Whether kids stand one below the other, as blocks do. Chromium does not say; text beside an element means a line. */
function isStacked(kids: readonly Kid[]): boolean {
  return kids.some((kid, i) => {
    if (isInline(kid) || !isElement(kid)) return false;
    if (kid.type === 'Figure') return false;
    return kid.type !== 'NonStruct' || isStacked(kid.kids) || !besideInline(kids, i);
  });
}

const besideInline = (kids: readonly Kid[], i: number): boolean =>
  [kids[i - 1], kids[i + 1]].some((kid) => kid !== undefined && isInline(kid));

/** Kids of a section: blocks stay, runs of text become paragraphs, runs of nothing but spaces go. */
function flow(kids: readonly Kid[], shown: Shown): readonly Kid[] {
  const blocks: Kid[] = [];
  let line: Kid[] = [];
  const endLine = (): void => {
    if (line.some((kid) => !isMark(kid) || !shown.isBlank(kid))) blocks.push(elementOf('P', line));
    line = [];
  };
  kids.forEach((kid, i) => {
    if (!isElement(kid) || isInline(kid)) line.push(...phrase([kid], shown));
    else if (kid.type === 'Figure' && line.length > 0 && besideInline(kids, i))
      line.push(...phrase([kid], shown));
    else if (!isNonStruct(kid)) {
      endLine();
      blocks.push(resolveParagraphs(kid, shown));
    } else if (isStacked(kid.kids)) {
      endLine();
      blocks.push(...flow(kid.kids, shown).map((block) => inLanguage(block, kid.lang)));
    } else if (kid.kids.length < 2 && besideInline(kids, i)) line.push(...phrase([kid], shown));
    else {
      endLine();
      line = [...phrase(kid.kids, shown)];
      endLine();
    }
  });
  endLine();
  return blocks;
}

const inLanguage = (kid: Kid, lang: string | null): Kid =>
  lang !== null && isElement(kid) && kid.lang === null ? { ...kid, lang } : kid;

/** Kids of a paragraph, heading, label or passage: text and passages, nothing between. */
function phrase(kids: readonly Kid[], shown: Shown): readonly Kid[] {
  return kids.flatMap((kid): readonly Kid[] => {
    if (!isElement(kid)) return [kid];
    if (kid.type !== 'NonStruct') return [resolveParagraphs(kid, shown)];
    const inner = phrase(kid.kids, shown);
    return kid.lang === null ? inner : [{ ...kid, type: 'Span', kids: inner }];
  });
}

/** Kids of lists, tables and their rows: only elements count. */
function rows(kids: readonly Kid[], shown: Shown): readonly Kid[] {
  return kids.flatMap((kid): readonly Kid[] => {
    if (isNonStruct(kid)) return rows(kid.kids, shown);
    return isElement(kid) ? [resolveParagraphs(kid, shown)] : [];
  });
}
