// Baseline: the findings that a newsroom accepts as they stand, so that only new ones are told.
import type { Finding } from '../finding.ts';
import { fingerprintAll } from './fingerprint.ts';

/** In the root of the workspace, and committed with it. */
export const baselineFile = 'release.baseline.json';

export interface Baseline {
  readonly schema: 1;
  /** Fingerprints by file, each with the rule it stands for, so that a person can read the file. */
  readonly findings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Sources = ReadonlyMap<string, string>;

export function makeBaseline(findings: readonly Finding[], sources: Sources): Baseline {
  const fingerprints = fingerprintAll(findings, sources);
  const accepted: Record<string, Record<string, string>> = {};
  for (const [index, { rule, place }] of findings.entries()) {
    accepted[place.file] = { ...accepted[place.file], [fingerprints[index] ?? '']: rule };
  }
  return { schema: 1, findings: accepted };
}

/** Undefined when the text is no baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const data = JSON.parse(text) as Partial<Baseline> | null;
    return data?.schema === 1 && typeof data.findings === 'object' ? (data as Baseline) : undefined;
  } catch {
    return undefined;
  }
}

/** The findings that the baseline does not know. */
export function withoutAccepted(
  findings: readonly Finding[],
  baseline: Baseline,
  sources: Sources,
): readonly Finding[] {
  const fingerprints = fingerprintAll(findings, sources);
  return findings.filter(
    ({ place }, index) => baseline.findings[place.file]?.[fingerprints[index] ?? ''] === undefined,
  );
}
