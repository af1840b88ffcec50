// Language of passages (ISO 14289-1, 7.2; ISO 32000-1, 14.9.2).
import { type Element, isElement, withKids } from './structure.ts';

/** Says a language only where it changes. */
export function settleLanguages(element: Element, inherited: string): Element {
  const own = element.lang || inherited;
  const kids = element.kids.map((kid) => (isElement(kid) ? settleLanguages(kid, own) : kid));
  const lang = own === inherited ? null : own;
  return lang === element.lang ? withKids(element, kids) : { ...element, lang, kids };
}
