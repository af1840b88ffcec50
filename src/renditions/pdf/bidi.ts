// From the order in which runs are drawn, left to right, back to the order in which they are read (UAX #9, rule L2).
import type { Run } from './run.ts';

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRightLetter = /\p{L}/u;
const digit = /\p{Nd}/u;
/** The end of a line within an address or a compound: no space stands there. */
const goesOn = /[\p{Script=Latin}\d][-/]$/u;
const pairs = '()[]{}«»‹›';

/** A bracket drawn in right-to-left text is the mirror of the one that was written (UAX #9, rule L4). */
export function mirror(character: string): string {
  const place = pairs.indexOf(character);
  return place < 0 ? character : (pairs[place ^ 1] ?? character);
}

/** Languages written from right to left, by their primary subtag or script. */
export const isRightToLeft = (language: string): boolean =>
  /^(ar|he|iw|fa|ur|yi|ps|sd|ug|ckb|dv|syr)(-|$)|-(arab|hebr)(-|$)/i.test(language);

/**
 * What runs say, spaces squeezed. `base` is the direction of the passage they stand in; `ends` are the runs after which
 * a line ends with a word.
 */
export function readRuns(runs: readonly Run[], base: 'ltr' | 'rtl', ends: ReadonlySet<Run>): string {
  const spaced = (run: Run): string => (ends.has(run) ? `${run.text} ` : run.text);
  const isPlain = base === 'ltr' && !runs.some((run) => run.rightToLeft || rightToLeftLetter.test(run.text));
  const text = isPlain
    ? runs.map(spaced).join('')
    : linesOf(runs)
        .map((line) => readLine(line, base))
        .reduce((text, line) => (text === '' || goesOn.test(text) ? text + line : `${text} ${line}`), '');
  return text.replace(/\u00ad[-\u2010]?|\u200b/g, '').replace(/[ \n\t]+/g, ' ');
}

function linesOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].y - run.y) < 1) line.push(run);
    else lines.push([run]);
  }
  return lines;
}

function readLine(line: readonly Run[], base: 'ltr' | 'rtl'): string {
  const levels = levelsOf(line, base === 'rtl' ? 1 : 0);
  const ordered = line.map((run, i) => ({ run, level: levels[i] ?? 0 }));
  for (let level = Math.max(...levels); level > 0; level--) reverseStretches(ordered, level);
  return ordered
    .map(({ run, level }) => (level % 2 && !run.rightToLeft ? [...run.text].map(mirror).join('') : run.text))
    .join('');
}

function levelsOf(line: readonly Run[], base: 0 | 1): readonly number[] {
  const strong = line.map((run) => {
    if (run.rightToLeft || rightToLeftLetter.test(run.text)) return 1;
    if (leftToRightLetter.test(run.text) || digit.test(run.text)) return base === 1 ? 2 : 0;
    return null;
  });
  return strong.map((level, i) => {
    if (level !== null) return level;
    const before = strong.slice(0, i).findLast((other) => other !== null) ?? base;
    const after = strong.slice(i + 1).find((other) => other !== null) ?? base;
    return before === after ? before : base;
  });
}

function reverseStretches(runs: { run: Run; level: number }[], level: number): void {
  for (let start = 0; start < runs.length; start++) {
    if ((runs[start]?.level ?? 0) < level) continue;
    let end = start;
    while (end < runs.length && (runs[end]?.level ?? 0) >= level) end++;
    runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = end;
  }
}
