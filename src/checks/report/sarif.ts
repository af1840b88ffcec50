// SARIF 2.1.0 (OASIS), which GitHub code scanning and editors read.
import type { Finding } from '../../finding.ts';
import { fingerprintAll } from '../fingerprint.ts';
import { lineStarts, placeOf } from '../lines.ts';
import { englishOf, type Format, type Manner } from '../report.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

export const reportSarif: Format = ({ version, findings, sources, folder }, { page }) => {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const fingerprints = fingerprintAll(findings, sources);
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'release', version, rules: ids.map((id) => ruleOf(id, page)) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { REPOSITORY: { description: { text: 'The root of the repository.' } } },
        results: findings.map((finding, index) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: finding.severity,
          message: { text: englishOf(finding) },
          locations: [
            { physicalLocation: { ...artifactOf(finding, folder), region: regionOf(finding.place) } },
          ],
          partialFingerprints: { 'releaseFinding/v1': fingerprints[index] },
          ...fixesOf(finding, sources, folder),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function ruleOf(id: string, page: Manner['page']): object {
  const about = page(id);
  if (about === undefined) return { id };
  const text = `${about.what.en}\n\n${about.why.en}`;
  return { id, shortDescription: { text: about.what.en }, help: { text, markdown: about.text } };
}

const artifactOf = ({ place }: Finding, folder: string) => ({
  artifactLocation: { uri: encodeURI(folder + place.file), uriBaseId: 'REPOSITORY' },
});

const regionOf = ({ line, column, endLine, endColumn }: Finding['place']) => ({
  startLine: line,
  startColumn: column,
  ...(endLine === undefined || endColumn === undefined ? {} : { endLine, endColumn }),
});

function fixesOf(finding: Finding, sources: ReadonlyMap<string, string>, folder: string): object {
  const source = sources.get(finding.place.file);
  if (finding.fix === undefined || source === undefined) return {};
  const { text, safe } = finding.fix;
  const deletedRegion = regionOf(placeOf(finding.place.file, lineStarts(source), finding.fix));
  return {
    fixes: [
      {
        description: { text: finding.remedy?.en ?? (safe ? 'Safe fix' : 'Unsafe fix') },
        artifactChanges: [
          { ...artifactOf(finding, folder), replacements: [{ deletedRegion, insertedContent: { text } }] },
        ],
      },
    ],
  };
}
