// For people: each finding with the line it stands in, what to do, and where its rule is explained.
import type { Finding } from '../../finding.ts';
import { invisibles } from '../invisible.ts';
import { lineStarts } from '../lines.ts';
import type { Format, Manner } from '../report.ts';
import { frameOf } from './frame.ts';

export const reportPretty: Format = ({ findings, sources }, manner) => {
  const starts = new Map<string, readonly number[]>();
  const explained = new Set<string>();
  // What is wrong twenty times in one file for one reason is told once, with all its places.
  const alike = Map.groupBy(findings, ({ place, rule, message }) => `${place.file}\n${rule}\n${message.en}`);
  return [...alike.values()]
    .flatMap(([finding, ...others]) => {
      if (finding === undefined) return [];
      const { file, line } = finding.place;
      const source = sources.get(file) ?? '';
      const lines = starts.get(file) ?? lineStarts(source);
      starts.set(file, lines);
      const text = source.slice(lines[line - 1], lines[line]).replace(/[\r\n]+$/, '');
      const first = !explained.has(finding.rule);
      explained.add(finding.rule);
      return tell(finding, others, text, first, manner);
    })
    .join('\n');
};

function tell(
  finding: Finding,
  others: readonly Finding[],
  line: string,
  first: boolean,
  manner: Manner,
): string {
  const { place, severity, rule, message, remedy, fix } = finding;
  const { locale, words, paint } = manner;
  const where = paint('bold', `${place.file}:${place.line}:${place.column}`);
  const head = `${where} ${paint(severity, words.severity[severity])} ${message[locale]} ${paint('dim', rule)}`;
  const told = [
    head,
    ...(line.trim() === '' ? [] : tellFrame(finding, line, manner)),
    ...(remedy === undefined ? [] : [`  ${remedy[locale]}`]),
    ...(fix === undefined ? [] : [`  ${paint('fix', words.check.fixHint[fix.safe ? 'safe' : 'unsafe'])}`]),
    ...(others.length === 0 ? [] : [`  ${words.check.also(others.length, placesOf(others))}`]),
    ...(first ? [`  ${paint('dim', `release check --explain ${rule}`)}`] : []),
  ];
  return `${told.join('\n')}\n`;
}

const placesOf = (findings: readonly Finding[]): string =>
  findings.map(({ place }) => `${place.line}:${place.column}`).join(', ');

function tellFrame({ place, severity }: Finding, line: string, { locale, paint }: Manner): string[] {
  const { text, caret, invisible } = frameOf(line, place);
  const number = String(place.line).padStart(4);
  const gutter = ' '.repeat(number.length);
  const names = invisible.map((char) => nameOf(char, locale)).join(', ');
  const legend = names === '' ? '' : ` ${names}`;
  const under =
    caret === '' && legend === '' ? [] : [`${gutter} │ ${paint(severity, caret)}${paint('dim', legend)}`];
  return [`${paint('dim', `${number} │`)} ${text}`, ...under];
}

function nameOf(char: string, locale: Manner['locale']): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const known = invisibles.get(char);
  return known === undefined ? code : `${known.sign} ${known.name[locale]} (${known.short}, ${code})`;
}
