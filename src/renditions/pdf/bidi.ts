// From the order in which runs are drawn, left to right, back to the order in which they are read (UAX #9, rule L2).
import type { Run } from './marks.ts';

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRightLetter = /\p{L}/u;
const digit = /\p{Nd}/u;
const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};

/** Languages written from right to left, by their primary subtag or script. */
export const isRightToLeft = (language: string): boolean =>
  /^(ar|he|iw|fa|ur|yi|ps|sd|ug|ckb|dv|syr)(-|$)|-(arab|hebr)(-|$)/i.test(language);

/** What the runs say, lines joined by a space, spaces squeezed. `base` is the direction of the passage they stand in. */
export function readRuns(runs: readonly Run[], base: 'ltr' | 'rtl'): string {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].baseline - run.baseline) < 1) line.push(run);
    else lines.push([run]);
  }
  return lines
    .map((line) => readLine(line, base))
    .join(' ')
    .replace(/[ \n\t]+/g, ' ');
}

function readLine(line: readonly Run[], base: 'ltr' | 'rtl'): string {
  if (base === 'ltr' && !line.some((run) => run.rightToLeft || rightToLeftLetter.test(run.text))) {
    return line.map((run) => run.text).join('');
  }
  const levels = levelsOf(line, base === 'rtl' ? 1 : 0);
  const ordered = line.map((run, i) => ({ text: run.text, level: levels[i] ?? 0 }));
  const highest = Math.max(...levels);
  for (let level = highest; level > 0; level--) reverseStretches(ordered, level);
  return ordered.map(({ text, level }) => (level % 2 ? (mirrored[text] ?? text) : text)).join('');
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

function reverseStretches(runs: { text: string; level: number }[], level: number): void {
  for (let start = 0; start < runs.length; start++) {
    if ((runs[start]?.level ?? 0) < level) continue;
    let end = start;
    while (end < runs.length && (runs[end]?.level ?? 0) >= level) end++;
    runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = end;
  }
}
