// Links (ISO 14289-1, 7.18.5): each annotation stands in a `Link` and says in `/Contents` where it leads.
import { type Dictionary, nameOf, Reference, textString } from './objects.ts';
import type { Printed } from './printed.ts';
import type { Shown } from './shown.ts';
import { descendants, type Element, isElement, mapElements } from './structure.ts';

/** A `Link` whose target does not exist has no annotation: it is plain text. */
export function dropDeadLinks(document: Element): Element {
  return mapElements(document, (element) => {
    const isDead = element.type === 'Link' && !descendants(element).some((kid) => kid.kind === 'annotation');
    return isDead ? { ...element, type: 'Span' } : element;
  });
}

/** What the annotations of a link say: its text, else its target. Gives the targets of links that have no text. */
export function describeLinks(
  printed: Printed,
  document: Element,
  shown: Shown,
  language: string,
): readonly string[] {
  const wordless: string[] = [];
  const visit = (element: Element, inherited: string): void => {
    const own = element.lang ?? inherited;
    for (const kid of element.kids) if (isElement(kid)) visit(kid, own);
    if (element.type !== 'Link') return;
    const text = shown.text(element, inherited).trim();
    for (const kid of descendants(element)) {
      if (kid.kind !== 'annotation') continue;
      const annotation = printed.file.dictionary(new Reference(kid.object));
      if (!annotation) continue;
      const target = targetOf(printed, annotation);
      if (text === '') wordless.push(target);
      annotation.set('Contents', textString(text === '' ? target : text));
    }
  };
  visit(document, language);
  return wordless;
}

function targetOf({ file }: Printed, annotation: Dictionary): string {
  const address = file.text(file.dictionary(annotation.get('A'))?.get('URI'));
  return address ?? `#${nameOf(annotation.get('Dest')) ?? ''}`;
}

/** How many annotations stand in no element of the tree. */
export function countStrayAnnotations(printed: Printed, document: Element): number {
  const placed = new Set(
    descendants(document).flatMap((kid) => (kid.kind === 'annotation' ? [kid.object] : [])),
  );
  const all = printed.pages.flatMap((page) => printed.file.array(page.dictionary.get('Annots')) ?? []);
  return all.filter((annotation) => annotation instanceof Reference && !placed.has(annotation.number)).length;
}
