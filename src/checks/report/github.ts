// Annotations of GitHub Actions (workflow commands). GitHub shows ten of a kind a step, so errors come first and the total is told.
import type { Finding, Severity } from '../../finding.ts';
import { englishOf, type Format } from '../report.ts';

const ranks: readonly Severity[] = ['error', 'warning', 'note'];
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

export const reportGithub: Format = ({ findings, counts, files, folder }) => {
  const ordered = ranks.flatMap((rank) => findings.filter(({ severity }) => severity === rank));
  const total = `${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes in ${files} files`;
  return `${ordered.map((finding) => annotate(finding, folder)).join('')}release check: ${total}\n`;
};

function annotate(finding: Finding, folder: string): string {
  const { place, rule, severity } = finding;
  const properties = [
    `file=${escapeProperty(folder + place.file)}`,
    `line=${place.line}`,
    `col=${place.column}`,
    ...(place.endLine === undefined ? [] : [`endLine=${place.endLine}`]),
    ...(place.endColumn === undefined ? [] : [`endColumn=${place.endColumn}`]),
    `title=${escapeProperty(rule)}`,
  ];
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(englishOf(finding))}\n`;
}

/** Of the toolkit's `command.ts`: `%` and line ends as percent codes, `:` and `,` too within a property. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
