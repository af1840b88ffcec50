// Figures (ISO 14289-1, 7.3): each with its alternative text and its place on the page; a caption is read beside it.
import type { Shown } from './shown.ts';
import { type Element, isElement, mapElements } from './structure.ts';

/**
 * HTML's `figure` is a group: it becomes a `Div` around the image and the caption, so that both are read. An image keeps
 * `Figure`, with its bounding box (14.8.5.4.3).
 */
export function completeFigures(document: Element, shown: Shown): Element {
  return mapElements(document, (element) => {
    if (element.type !== 'Figure') return element;
    if (element.kids.some((kid) => isElement(kid) && kid.type !== 'NonStruct'))
      return { ...element, type: 'Div', alt: null };
    const bbox = shown.box(element)?.map(roundHundredth) as [number, number, number, number] | undefined;
    return { ...element, attributes: { ...element.attributes, bbox } };
  });
}

const roundHundredth = (points: number): number => Math.round(points * 100) / 100;

/** Figures that no text stands for. An empty text is the mark of decoration, which Chromium leaves out by itself. */
export const figuresWithoutText = (figures: readonly Element[]): readonly Element[] =>
  figures.filter((element) => element.type === 'Figure' && !element.alt?.trim() && !element.actual?.trim());
