// Language and abbreviations of passages (ISO 14289-1, 7.2; ISO 32000-1, 14.9.2 and 14.9.5), which travel in `lang`.
import { type Element, isElement, withKids } from './structure.ts';

const abbreviation = /^([a-z-]*?)-?x-abbr((?:-[0-9a-f]{2,8})+)$/i;

/** What the template writes in `lang` of an `abbr`, so that Chromium carries the expansion into the structure tree. */
export function abbreviationLanguage(language: string, expansion: string): string {
  const hex = Buffer.from(expansion, 'utf8').toString('hex');
  return `${language}-x-abbr-${hex.match(/.{1,8}/g)?.join('-') ?? ''}`;
}

/** Unpacks the expansions from the languages, and says a language only where it changes. */
export function settleLanguages(element: Element, inherited: string): Element {
  const packed = abbreviation.exec(element.lang ?? '');
  const expansion =
    packed?.[2] === undefined
      ? element.expansion
      : Buffer.from(packed[2].replaceAll('-', ''), 'hex').toString('utf8');
  const own = (packed ? packed[1] : element.lang) || inherited;
  const kids = element.kids.map((kid) => (isElement(kid) ? settleLanguages(kid, own) : kid));
  const lang = own === inherited ? null : own;
  if (lang === element.lang && expansion === element.expansion) return withKids(element, kids);
  return { ...element, lang, expansion, kids };
}
