// JSON lines: one object a line, its keys the headers.
import type { Finding } from '../finding.ts';
import type { RowSink } from './row.ts';

/** Values may be texts, numbers, yes or no, or lists of them; blank lines are skipped. */
export function readJsonLines(file: string, bytes: Buffer, sink: RowSink): void {
  const headers = new Map<string, readonly string[]>();
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const source = bytes.toString('utf8', start, end).trim();
    start = end + 1;
    line += 1;
    if (source === '') continue;
    const object = parseObject(source);
    if (object === undefined) {
      sink.finding(notAnObject(file, line));
      continue;
    }
    const keys = Object.keys(object);
    const signature = JSON.stringify(keys);
    const header = headers.get(signature) ?? keys;
    if (headers.size < 1000) headers.set(signature, header);
    sink.row({ line, header, cells: keys.map((key) => cellOf(object[key])) });
  }
}

function parseObject(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const notAnObject = (file: string, line: number): Finding => ({
  rule: 'list/cells',
  severity: 'error',
  place: { file, line, column: 1 },
  message: { fr: 'Cette ligne n’est pas un objet JSON', en: 'This line is not a JSON object' },
  remedy: {
    fr: 'Un objet par ligne : {"address": "redaction@example.org", "regions": ["FR-BRE"]}',
    en: 'One object a line: {"address": "newsroom@example.org", "regions": ["FR-BRE"]}',
  },
});
