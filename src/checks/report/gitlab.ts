// GitLab Code Quality: a JSON array in the subset of the Code Climate format that merge requests read.
import type { Severity } from '../../finding.ts';
import { fingerprintAll } from '../fingerprint.ts';
import { englishOf, type Format } from '../report.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' };

export const reportGitlab: Format = ({ findings, sources, folder }) => {
  const fingerprints = fingerprintAll(findings, sources);
  const issues = findings.map((finding, index) => ({
    description: englishOf(finding),
    check_name: finding.rule,
    fingerprint: fingerprints[index],
    severity: severities[finding.severity],
    location: {
      path: folder + finding.place.file,
      lines: { begin: finding.place.line, end: finding.place.endLine ?? finding.place.line },
    },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};
