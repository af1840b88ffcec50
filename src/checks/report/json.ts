// Everything for programs: stable, versioned by `schema`, always in English.
import { findingJson } from '../../finding.ts';
import type { Format } from '../report.ts';

export const reportJson: Format = ({ version, files, findings, counts, fixed, accepted }) => {
  const data = {
    schema: 1,
    version,
    files,
    counts: { errors: counts.error, warnings: counts.warning, notes: counts.note, fixable: counts.fixable },
    fixed,
    accepted,
    findings: findings.map(findingJson),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};
