// Applies the fixes of findings to a source text. Edits touch nothing outside their own span.
import type { Finding, Fix } from '../finding.ts';

/**
 * Applies as many fixes as do not touch one another, first come first served in reading order; the rest wait for the
 * next round, after the text has been checked again.
 */
function applyFixes(source: string, findings: readonly Finding[], allow: (fix: Fix) => boolean): string {
  const wanted = findings
    .flatMap(({ fix }) => (fix !== undefined && allow(fix) ? [fix] : []))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let done = 0;
  let last = -1;
  for (const { start, end, text } of wanted) {
    if (start < done || start === last || source.slice(start, end) === text) continue;
    parts.push(source.slice(done, start), text);
    done = end;
    last = start;
  }
  return parts.join('') + source.slice(done);
}

/** How many rounds of checking and fixing a text may take before what is left is said to be unfixable. */
const mostRounds = 10;

/** Checks and fixes in turn until nothing more can be fixed, so that a second run changes nothing. */
export async function fixUntilStable(
  source: string,
  check: (source: string) => Promise<readonly Finding[]>,
  allow: (fix: Fix) => boolean,
): Promise<{ readonly text: string; readonly left: readonly Finding[] }> {
  let text = source;
  let left = await check(text);
  for (let round = 0; round < mostRounds; round += 1) {
    const fixed = applyFixes(text, left, allow);
    if (fixed === text) break;
    text = fixed;
    left = await check(text);
  }
  return { text, left };
}
