// Applies the fixes of findings to a source text. Edits touch nothing outside their own span.
import type { Finding, Fix } from '../finding.ts';

export interface Fixed {
  readonly text: string;
  /** The findings whose fixes were applied, in order of place. */
  readonly applied: readonly Finding[];
}

/**
 * Applies as many fixes as do not touch one another, first come first served in reading order; the rest wait for the
 * next round, after the text has been checked again.
 */
function applyFixes(source: string, findings: readonly Finding[], allow: (fix: Fix) => boolean): Fixed {
  const wanted = findings
    .flatMap((finding) =>
      finding.fix !== undefined && allow(finding.fix) ? [{ finding, fix: finding.fix }] : [],
    )
    .toSorted((a, b) => a.fix.start - b.fix.start || a.fix.end - b.fix.end);
  const parts: string[] = [];
  const applied: Finding[] = [];
  let done = 0;
  let last = -1;
  for (const { finding, fix } of wanted) {
    if (fix.start < done || fix.start === last || source.slice(fix.start, fix.end) === fix.text) continue;
    parts.push(source.slice(done, fix.start), fix.text);
    applied.push(finding);
    done = fix.end;
    last = fix.start;
  }
  return { text: parts.join('') + source.slice(done), applied };
}

/** How many rounds of checking and fixing a text may take before what is left is said to be unfixable. */
const mostRounds = 10;

/** Checks and fixes in turn until nothing more can be fixed, so that a second run changes nothing. */
export async function fixUntilStable(
  source: string,
  check: (source: string) => Promise<readonly Finding[]>,
  allow: (fix: Fix) => boolean,
): Promise<{
  readonly text: string;
  readonly applied: readonly Finding[];
  readonly left: readonly Finding[];
}> {
  let text = source;
  let left = await check(text);
  const applied: Finding[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const fixed = applyFixes(text, left, allow);
    if (fixed.applied.length === 0 || fixed.text === text) break;
    text = fixed.text;
    applied.push(...fixed.applied);
    left = await check(text);
  }
  return { text, applied, left };
}
