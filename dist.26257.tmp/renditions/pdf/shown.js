// What the marks of the whole document show: text in reading order, whether there is a picture, where it lies.
import { isRightToLeft, readRuns } from './bidi.js';
import { unite } from './matrix.js';
import { isElement, isMark, marksIn } from './structure.js';
const nothing = { runs: [], drawsImage: false, drawsPath: false, box: null };
/** `readings` in the order of the document's content streams; `ends` as `wordsAtLineEnds` finds them. */
export function showMarks(readings, ends = new Set()) {
    const of = (mark) => readings[mark.stream]?.marks.get(mark.mcid) ?? nothing;
    const text = (kid, language) => {
        if (isMark(kid))
            return readRuns(of(kid).runs, isRightToLeft(language) ? 'rtl' : 'ltr', ends);
        if (!isElement(kid))
            return '';
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
