// Says aloud what is written from right to left (ISO 32000-1, 14.8.2.3.3): its glyphs stand in the order they are drawn.
import { isRightToLeft } from './bidi.ts';
import type { Shown } from './shown.ts';
import { type Element, elementOf, isElement, isMark, type Kid, withKids } from './structure.ts';

/**
 * Marks that hold right-to-left text get an `/ActualText` with that text as it is read: Chromium draws a line from left
 * to right, word by word, whatever its script.
 */
export function spellRightToLeft(element: Element, shown: Shown, inherited: string): Element {
  const language = element.lang ?? inherited;
  const isWholly = isRightToLeft(language);
  const isReversed = (kid: Kid): boolean =>
    isMark(kid) && shown.of(kid).runs.some((run) => isWholly || run.rightToLeft);
  const kids: Kid[] = [];
  let passage: Kid[] = [];
  const endPassage = (): void => {
    if (passage.length === 0) return;
    const text = passage.map((kid) => shown.text(kid, language)).join('');
    const drawn = passage.filter(isMark).flatMap((mark) => shown.of(mark).runs.map((run) => run.text));
    if (text === drawn.join('')) kids.push(...passage);
    else kids.push({ ...elementOf('Span', passage), actual: text });
    passage = [];
  };
  for (const kid of element.kids) {
    if (isReversed(kid)) passage.push(kid);
    else {
      endPassage();
      kids.push(isElement(kid) ? spellRightToLeft(kid, shown, language) : kid);
    }
  }
  endPassage();
  return withKids(element, kids);
}
