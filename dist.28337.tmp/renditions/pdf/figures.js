import { isElement, mapElements } from './structure.js';
/**
 * HTML's `figure` is a group: it becomes a `Div` around the image and the caption, so that both are read. An image keeps
 * `Figure`, with its bounding box (14.8.5.4.3).
 */
export function completeFigures(document, shown) {
    return mapElements(document, (element) => {
        if (element.type !== 'Figure')
            return element;
        if (element.kids.some((kid) => isElement(kid) && kid.type !== 'NonStruct'))
            return { ...element, type: 'Div', alt: null };
        const bbox = shown.box(element)?.map(roundHundredth);
        return { ...element, attributes: { ...element.attributes, bbox } };
    });
}
const roundHundredth = (points) => Math.round(points * 100) / 100;
/** Figures that no text stands for. An empty text is the mark of decoration, which Chromium leaves out by itself. */
export const figuresWithoutText = (figures) => figures.filter((element) => element.type === 'Figure' && !element.alt?.trim() && !element.actual?.trim());
