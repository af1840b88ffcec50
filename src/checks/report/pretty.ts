// For people: each finding with the line it stands in, what to do, and where its rule is explained.
import type { Finding } from '../../finding.ts';
import { invisibles } from '../invisible.ts';
import { lineStarts } from '../lines.ts';
import type { Format, Manner } from '../report.ts';
import { frameOf } from './frame.ts';

export const reportPretty: Format = ({ findings, sources }, manner) => {
  const starts = new Map<string, readonly number[]>();
  return findings
    .map((finding) => {
      const { file } = finding.place;
      const source = sources.get(file) ?? '';
      const lines = starts.get(file) ?? lineStarts(source);
      starts.set(file, lines);
      const line = source
        .slice(lines[finding.place.line - 1], lines[finding.place.line])
        .replace(/[\r\n]+$/, '');
      return tell(finding, line, manner);
    })
    .join('\n');
};

function tell(finding: Finding, line: string, manner: Manner): string {
  const { place, severity, rule, message, remedy, fix } = finding;
  const { locale, words, paint } = manner;
  const where = paint('bold', `${place.file}:${place.line}:${place.column}`);
  const head = `${where} ${paint(severity, words.severity[severity])} ${message[locale]} ${paint('dim', rule)}`;
  const frame = line.trim() === '' ? [] : tellFrame(finding, line, manner);
  const advice = remedy === undefined ? [] : [`  ${remedy[locale]}`];
  const mended =
    fix === undefined ? [] : [`  ${paint('fix', words.check.fixHint[fix.safe ? 'safe' : 'unsafe'])}`];
  const page = `  ${paint('dim', `release check --explain ${rule}`)}`;
  return `${[head, ...frame, ...advice, ...mended, page].join('\n')}\n`;
}

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
