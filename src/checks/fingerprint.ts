// What makes a finding the same finding tomorrow, although lines were added above it: its rule, its words, the text it stands in.
import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';
import { lineStarts } from './lines.ts';

/** One hexadecimal fingerprint for each finding, in the same order; two alike in one file are told apart by a count. */
export function fingerprintAll(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
): readonly string[] {
  const lines = new Map<string, readonly number[]>();
  const seen = new Map<string, number>();
  return findings.map(({ rule, message, place }) => {
    const source = sources.get(place.file) ?? '';
    const starts = lines.get(place.file) ?? lineStarts(source);
    lines.set(place.file, starts);
    const line = source.slice(starts[place.line - 1], starts[place.line]);
    const around = line.slice(Math.max(0, place.column - 21), place.column + 20).trim();
    const key = [place.file, rule, message.en, around].join('\n');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}\n${count}`).digest('hex').slice(0, 32);
  });
}
