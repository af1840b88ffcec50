// JUnit XML, as Jenkins and GitLab read it: a suite for each file, a test for each finding; errors fail, the rest is told.
import type { Finding } from '../../finding.ts';
import { englishOf, type Format } from '../report.ts';

export const reportJunit: Format = ({ checked, findings, milliseconds }) => {
  const byFile = Map.groupBy(findings, ({ place }) => place.file);
  const files = [...new Set([...checked, ...byFile.keys()])];
  const suites = files.map((file) => suiteOf(file, byFile.get(file) ?? []));
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  const time = (milliseconds / 1000).toFixed(3);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="release check" tests="${tests}" failures="${failures}" errors="0" time="${time}">\n`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ].join('');
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suiteOf(file: string, findings: readonly Finding[]): Suite {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? `    <testcase name="release check" classname="${escapeXml(file)}"/>\n`
      : findings.map((finding) => caseOf(file, finding)).join('');
  const counts = `tests="${tests}" failures="${failures}" errors="0" skipped="0"`;
  return {
    tests,
    failures,
    xml: `  <testsuite name="${escapeXml(file)}" ${counts}>\n${cases}  </testsuite>\n`,
  };
}

/** A warning passes, so that the build agrees with the exit code, and is kept in the test's output. */
function caseOf(file: string, finding: Finding): string {
  const { rule, severity, place } = finding;
  const name = escapeXml(`${rule} (${place.line}:${place.column})`);
  const told = escapeXml(`${place.file}:${place.line}:${place.column} ${englishOf(finding)}`);
  const inside =
    severity === 'error'
      ? `<failure type="${escapeXml(rule)}" message="${escapeXml(finding.message.en)}">${told}</failure>`
      : `<system-out>${severity}: ${told}</system-out>`;
  return `    <testcase name="${name}" classname="${escapeXml(file)}">${inside}</testcase>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 knows no way to write most control characters: they become U+FFFD. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"]/g, (char) => entities[char] ?? char)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
