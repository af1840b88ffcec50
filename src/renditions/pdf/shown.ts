// What the marks of the whole document show: text in reading order, whether there is a picture, where it lies.
import { isRightToLeft, readRuns } from './bidi.ts';
import type { MarkContent, Reading } from './marks.ts';
import { unite } from './matrix.ts';
import type { Run } from './run.ts';
import { type Box, type Element, isElement, isMark, type Kid, type Mark, marksIn } from './structure.ts';

export interface Shown {
  readonly of: (mark: Mark) => MarkContent;
  /** What a kid says to a listener, in a passage of `language`. */
  readonly text: (kid: Kid, language: string) => string;
  /** Neither letters nor pictures: rules, backgrounds, lone spaces. */
  readonly isBlank: (mark: Mark) => boolean;
  /** The box around all of an element's marks on the first page that shows it. */
  readonly box: (element: Element) => Box | null;
}

const nothing: MarkContent = { runs: [], drawsImage: false, drawsForm: false, box: null };

/** `readings` in the order of the document's content streams; `ends` as `wordsAtLineEnds` finds them. */
export function showMarks(readings: readonly Reading[], ends: ReadonlySet<Run> = new Set()): Shown {
  const of = (mark: Mark): MarkContent => readings[mark.stream]?.marks.get(mark.mcid) ?? nothing;
  const text = (kid: Kid, language: string): string => {
    if (isMark(kid)) return readRuns(of(kid).runs, isRightToLeft(language) ? 'rtl' : 'ltr', ends);
    if (!isElement(kid)) return '';
    const own = kid.lang ?? language;
    return kid.actual ?? kid.alt ?? kid.kids.map((inner) => text(inner, own)).join('');
  };
  return {
    of,
    text,
    isBlank: (mark) => !of(mark).drawsImage && of(mark).runs.every((run) => run.text.trim() === ''),
    box: (element) => {
      const marks = marksIn(element);
      const first = marks.filter((mark) => mark.stream === marks[0]?.stream);
      return first.map((mark) => of(mark).box).reduce(unite, null);
    },
  };
}
