// Everything for programs: stable, versioned by `schema`, always in English.
import type { Finding } from '../../finding.ts';
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

/** One finding as the JSON output tells it. `start` and `end` of a fix are UTF-16 offsets into the file without its byte order mark. */
export const findingJson = ({ rule, severity, place, message, remedy, fix }: Finding): object => ({
  rule,
  severity,
  ...place,
  message: message.en,
  remedy: remedy?.en,
  fix,
});
