// The report on a dispatch: a CSV, and a page that needs nothing from elsewhere, with its charts drawn in SVG. Pure.
import type { AuditLine } from './ledger-history.ts';
import type { Count, DeliveryRow } from './ledger-report.ts';

const columns = [
  'address',
  'name',
  'list',
  'language',
  'region',
  'outlet',
  'state',
  'reason',
  'attempts',
  'code',
  'enhanced',
  'reply',
  'queueId',
  'messageId',
  'settledAt',
] as const satisfies readonly (keyof DeliveryRow)[];

/** RFC 4180, with a byte order mark for spreadsheets; a text that a spreadsheet would take for a formula is disarmed. */
export function* reportCsv(rows: Iterable<DeliveryRow>): Generator<string> {
  yield `\ufeff${columns.join(',')}\r\n`;
  for (const row of rows) {
    yield `${columns.map((column) => csvCell(column === 'settledAt' ? timeOf(row.settledAt) : row[column])).join(',')}\r\n`;
  }
}

const timeOf = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

function csvCell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface ReportFacts {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Accepted messages by minute since 1970. */
  readonly timeline: readonly { readonly minute: number; readonly count: number }[];
  readonly tables: readonly { readonly title: string; readonly rows: readonly Count[] }[];
  readonly troubled: readonly DeliveryRow[];
  readonly audit: readonly AuditLine[];
}

export interface ReportWords {
  readonly code: string;
  readonly states: Readonly<Record<string, string>>;
  readonly outcomes: string;
  readonly timeline: string;
  readonly troubles: string;
  readonly history: string;
  readonly perMinute: string;
}

export function reportPage(facts: ReportFacts, words: ReportWords): string {
  const sections = [
    `<h2>${escapeHtml(words.outcomes)}</h2>${bars(Object.entries(facts.counts).map(([state, count]) => [words.states[state] ?? state, count]))}`,
    facts.timeline.length === 0
      ? ''
      : `<h2>${escapeHtml(words.timeline)}</h2>${timelineChart(facts.timeline, words.perMinute)}`,
    ...facts.tables.map(({ title, rows }) => `<h2>${escapeHtml(title)}</h2>${countTable(rows, words)}`),
    facts.troubled.length === 0
      ? ''
      : `<h2>${escapeHtml(words.troubles)}</h2>${troubleTable(facts.troubled, words)}`,
    `<h2>${escapeHtml(words.history)}</h2>${table(facts.audit.map(({ at, who, act, detail }) => [new Date(at).toISOString(), who, act, detail]))}`,
  ];
  return `<!doctype html>
<html lang="${words.code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(facts.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #ccc;vertical-align:top}
.bars{display:grid;grid-template-columns:max-content 1fr max-content;gap:.3rem .8rem;align-items:center}.bar{background:#1f4e9c;height:1rem;min-width:2px}
svg{width:100%;height:10rem}</style></head>
<body><h1>${escapeHtml(facts.title)}</h1>
${sections.filter((section) => section !== '').join('\n')}
</body></html>
`;
}

function bars(entries: readonly (readonly [string, number])[]): string {
  const most = Math.max(1, ...entries.map(([, count]) => count));
  const lines = entries.map(
    ([label, count]) =>
      `<span>${escapeHtml(label)}</span><span class="bar" style="width:${(100 * count) / most}%"></span><span>${count}</span>`,
  );
  return `<div class="bars">${lines.join('')}</div>`;
}

/** At most a hundred columns: a long dispatch is told by several minutes at once. */
function timelineChart(points: ReportFacts['timeline'], label: string): string {
  const first = points[0]?.minute ?? 0;
  const span = (points.at(-1)?.minute ?? 0) - first + 1;
  const step = Math.ceil(span / 100);
  const columnsOf = new Map<number, number>();
  for (const { minute, count } of points) {
    const column = Math.floor((minute - first) / step);
    columnsOf.set(column, (columnsOf.get(column) ?? 0) + count);
  }
  const most = Math.max(1, ...columnsOf.values());
  const width = Math.ceil(span / step);
  const rects = [...columnsOf].map(
    ([column, count]) =>
      `<rect x="${column}" y="${100 - (100 * count) / most}" width="0.9" height="${(100 * count) / most}" fill="#1f4e9c"><title>${new Date((first + column * step) * 60_000).toISOString()} : ${count}</title></rect>`,
  );
  return `<svg viewBox="0 0 ${width} 100" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}">${rects.join('')}</svg>`;
}

function countTable(rows: readonly Count[], words: ReportWords): string {
  return table(
    rows.map(({ value, state, count }) => [value ?? '—', words.states[state] ?? state, String(count)]),
  );
}

const troubleTable = (rows: readonly DeliveryRow[], words: ReportWords): string =>
  table(
    rows.map((row) => [
      words.states[row.state] ?? row.state,
      row.address ?? '—',
      row.reason ?? '',
      `${row.code ?? ''} ${row.enhanced ?? ''} ${row.reply ?? ''}`,
    ]),
  );

const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
