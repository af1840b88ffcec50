// Leaves decoration out of the tree (ISO 14289-1, 7.1 and 7.3): what no element names becomes an artifact later.
import type { MarkContent } from './marks.ts';
import type { Shown } from './shown.ts';
import { type Element, isElement, isMark, type Kid, type Mark, withKids } from './structure.ts';

/** Kept though they show no text: a figure may be drawn with lines, a bullet is one, an empty cell holds its column. */
const keptEmpty = new Set(['Document', 'Figure', 'Lbl', 'TD', 'TH']);

/**
 * Without borders, rules and backgrounds, without the copies of a table's head on later pages, and without the elements
 * that these leave empty.
 */
export function dropDecoration(element: Element, shown: Shown): Element {
  const drawn = element.type === 'Figure' || element.type === 'Lbl';
  const kids = element.kids.flatMap((kid): Kid[] => {
    if (isMark(kid)) return drawn || isContent(shown.of(kid)) ? [kid] : [];
    if (!isElement(kid)) return [kid];
    const inner = kid.type === 'TH' ? dropRepeated(kid, shown) : kid;
    const tidied = dropDecoration(inner, shown);
    return tidied.kids.length === 0 && !keptEmpty.has(tidied.type) ? [] : [tidied];
  });
  return withKids(element, kids);
}

const isContent = ({ runs, drawsImage, drawsForm }: MarkContent): boolean =>
  runs.length > 0 || drawsImage || drawsForm;

/** Chromium prints the head of a table again on each page, with marks of the same element. */
function dropRepeated(cell: Element, shown: Shown): Element {
  const marks = cell.kids.filter(isMark);
  const first = marks[0]?.stream;
  const say = (stream: number | undefined) =>
    marks
      .filter((mark) => mark.stream === stream)
      .map((mark) => shown.text(mark, ''))
      .join('');
  const isCopy = (mark: Mark) => mark.stream !== first && say(mark.stream) === say(first);
  const kids = cell.kids.filter((kid) => !(isMark(kid) && isCopy(kid)));
  return { ...cell, kids: kids.map((kid) => (isElement(kid) ? dropRepeated(kid, shown) : kid)) };
}
