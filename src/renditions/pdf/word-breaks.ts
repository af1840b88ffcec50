// Spaces at the ends of lines (ISO 32000-1, 14.8.2.5): Chromium leaves them out, and words would run into one another.
import type { Edit } from './content-write.ts';
import type { Font } from './fonts.ts';
import type { Printed } from './printed.ts';
import type { Run } from './run.ts';
import type { Shown } from './shown.ts';
import { type Element, isElement, isMark, type Mark } from './structure.ts';

const inlineTypes = new Set(['Span', 'Link', 'Quote', 'Code', 'Em', 'Strong', 'Reference']);
/** A line that ends so goes on in the next one without a space: hyphens, strokes, dashes between letters. */
const endsWithin = /(\s|[-\u2010\u00ad/]|\S[\u2013\u2014])$/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/** The runs that end a line within a paragraph, at the end of a word. */
export function wordsAtLineEnds(document: Element, shown: Shown): ReadonlyMap<Run, Mark> {
  const ends = new Map<Run, Mark>();
  let last: { readonly run: Run; readonly mark: Mark } | null = null;
  const visit = (element: Element): void => {
    if (!inlineTypes.has(element.type)) last = null;
    for (const kid of element.kids) {
      if (isElement(kid)) visit(kid);
      if (!isMark(kid)) continue;
      for (const run of shown.of(kid).runs) {
        if (last !== null && isWordBreak(last.run, run, last.mark.stream !== kid.stream))
          ends.set(last.run, last.mark);
        last = { run, mark: kid };
      }
    }
    if (!inlineTypes.has(element.type)) last = null;
  };
  visit(document);
  return ends;
}

function isWordBreak(run: Run, next: Run, isNewPage: boolean): boolean {
  const isNewLine = isNewPage || Math.abs(run.y - next.y) > 0.8 * Math.max(run.size, next.size);
  if (!isNewLine || run.rightToLeft || next.rightToLeft) return false;
  return !endsWithin.test(run.text) && !unspaced.test(run.text) && !/^\s/.test(next.text);
}

/** Shows a space after each run, in its own font; it widens nothing, since the next line finds its own place. */
export function spaceLineEnds(printed: Printed, ends: ReadonlyMap<Run, Mark>): readonly Edit[] {
  const spaces = new Map<Font, string | null>();
  return [...ends].flatMap(([run, mark]): readonly Edit[] => {
    if (!run.font || !printed.streams[mark.stream]) return [];
    const space = spaces.get(run.font) ?? spaceOf(run.font);
    spaces.set(run.font, space);
    if (space === null) return [];
    return [{ stream: mark.stream, start: run.after, end: run.after, text: ` <${space}> Tj` }];
  });
}

/** The code of the font's space in hexadecimal; null where it has none. */
function spaceOf({ unicode, codeBytes }: Font): string | null {
  for (const [code, text] of unicode ?? []) {
    if (text === ' ' || text === '\u00a0') return code.toString(16).padStart(2 * codeBytes, '0');
  }
  return null;
}
