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
  /** Label and value: when, by what, the hash of the plan. */
  readonly facts: readonly (readonly [string, string])[];
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
  readonly more: (n: number) => string;
  readonly reason: (reason: string) => string;
  readonly when: (milliseconds: number) => string;
}

export function reportPage(facts: ReportFacts, words: ReportWords): string {
  const sections = [
    `<h2>${escapeHtml(words.outcomes)}</h2>${bars(Object.entries(facts.counts).map(([state, count]) => [words.states[state] ?? state, count]))}`,
    facts.timeline.length === 0
      ? ''
      : `<h2>${escapeHtml(words.timeline)}</h2>${timelineChart(facts.timeline, words)}`,
    ...facts.tables.map(
      ({ title, rows }) => `<h2>${escapeHtml(title)}</h2>${countTable(title, rows, words)}`,
    ),
    facts.troubled.length === 0
      ? ''
      : `<h2>${escapeHtml(words.troubles)}</h2>${troubleTable(facts.troubled, words)}`,
    `<h2>${escapeHtml(words.history)}</h2>${table(facts.audit.map(({ at, who, act, detail }) => [words.when(at), who, act, detail]))}`,
  ];
  return `<!doctype html>
<html lang="${words.code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(facts.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #8888;vertical-align:top}
.bars{display:grid;grid-template-columns:max-content 1fr max-content;gap:.3rem .8rem;align-items:center}.number{text-align:right;font-variant-numeric:tabular-nums}.bar{background:#3b6fc4;height:1rem;min-width:2px}
svg{width:100%;height:10rem}th[scope=row]{font-weight:400}.axis{display:flex;justify-content:space-between;margin:0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0}</style></head>
<body><h1>${escapeHtml(facts.title)}</h1>
<dl>${facts.facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
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
function timelineChart(points: ReportFacts['timeline'], { perMinute, when }: ReportWords): string {
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
      `<rect x="${column}" y="${100 - (100 * count) / most}" width="0.9" height="${(100 * count) / most}" fill="#3b6fc4"><title>${escapeHtml(when((first + column * step) * 60_000))}: ${count}</title></rect>`,
  );
  return `<svg viewBox="0 0 ${width} 100" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(perMinute)}">${rects.join('')}</svg>
<p class="axis"><span>${escapeHtml(when(first * 60_000))}</span><span>${escapeHtml(when((first + span) * 60_000))}</span></p>`;
}

/** A line for each value, a column for each state that occurs, the largest first. */
function countTable(title: string, rows: readonly Count[], words: ReportWords): string {
  const states = [...new Set(rows.map(({ state }) => state))];
  const byValue = Map.groupBy(rows, ({ value }) => value ?? '—');
  const lines = [...byValue].map(([value, counts]) => ({
    value,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    cells: states.map((wanted) => counts.find(({ state }) => state === wanted)?.count ?? 0),
  }));
  lines.sort((a, b) => b.total - a.total);
  const head = [title, ...states.map((state) => words.states[state] ?? state)]
    .map((text) => `<th scope="col">${escapeHtml(text)}</th>`)
    .join('');
  const body = lines.slice(0, mostLines).map(({ value, cells }) => {
    const numbers = cells.map((count) => `<td class="number">${count === 0 ? '' : count}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(value)}</th>${numbers}</tr>`;
  });
  const more = lines.length > mostLines ? `<p>${escapeHtml(words.more(lines.length - mostLines))}</p>` : '';
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${more}`;
}

/** The rest is in the CSV. */
const mostLines = 25;

const troubleTable = (rows: readonly DeliveryRow[], words: ReportWords): string =>
  table(
    rows.map((row) => [
      words.states[row.state] ?? row.state,
      row.address ?? '—',
      words.reason(row.reason ?? ''),
      `${row.code ?? ''} ${row.enhanced ?? ''} ${row.reply ?? ''}`.trim(),
    ]),
  );

const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
