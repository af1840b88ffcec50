// One finding a line, for narrow terminals, editors and grep.
import type { Format } from '../report.ts';

export const reportConcise: Format = ({ findings }, { locale, words, paint }) =>
  findings
    .map(({ place, severity, rule, message, fix }) => {
      const where = `${place.file}:${place.line}:${place.column}`;
      const told = paint(severity, words.severity[severity]);
      return `${where}: ${told} ${message[locale]}${fix?.safe ? ' [*]' : ''} (${rule})\n`;
    })
    .join('');
