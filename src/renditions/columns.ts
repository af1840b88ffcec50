// Tables and key figures in plain text: columns aligned by the width they take on screen.
import { displayWidth } from '../width.ts';
import { hang, indent, wrap } from './wrap.ts';

export type Alignment = 'left' | 'right' | 'center' | null;

const gap = 2;

/** A table of cells, the first row its header; null when it is wider than `width` columns. */
export function alignTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  width: number,
): string[] | null {
  const [header = [], ...body] = rows;
  const columns = header.map((_, column) => rows.map((row) => row[column] ?? ''));
  const widths = columns.map((cells) => Math.max(...cells.map(displayWidth)));
  if (widths.reduce((sum, each) => sum + each, gap * (widths.length - 1)) > width) return null;
  const sides = columns.map((cells, column) => alignments[column] ?? naturalSide(cells.slice(1)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((size, column) => pad(cells[column] ?? '', size, sides[column] ?? 'left'))
      .join(' '.repeat(gap))
      .replace(/ +$/, '');
  const rule = widths.map((size) => '-'.repeat(size));
  return [...(header.some((cell) => cell !== '') ? [line(header), line(rule)] : []), ...body.map(line)];
}

/** `Header: value`, one line a cell and a blank line between rows; `named`: the first cell names its row. */
export function listTable(
  rows: readonly (readonly string[])[],
  named: boolean,
  colon: string,
  width: number,
): string[] {
  const [header = [], ...body] = rows;
  if (body.length === 0) return header.flatMap((cell) => wrap(cell, width));
  return body.flatMap((row, index) => {
    const pairs = row.map((cell, column) => [header[column] ?? '', cell] as const);
    const lines = pairs
      .slice(named ? 1 : 0)
      .filter(([, cell]) => cell !== '')
      .flatMap(([head, cell]) => hangingLines(head === '' ? cell : `${head}${colon}${cell}`, width - gap));
    const record = named ? [...wrap(row[0] ?? '', width), ...indent(gap, lines)] : lines;
    return index === 0 ? record : ['', ...record];
  });
}

/** Each figure to the right of its column, its label beside it; null when there is no room for labels. */
export function alignFigures(
  figures: readonly { readonly figure: string; readonly label: string }[],
  width: number,
): string[] | null {
  const size = Math.max(...figures.map(({ figure }) => displayWidth(figure)));
  if (size > width / 2) return null;
  return figures.flatMap(({ figure, label }) =>
    hang(pad(figure, size, 'right') + ' '.repeat(gap), wrap(label, width - size - gap)),
  );
}

const hangingLines = (text: string, width: number): string[] => {
  const [first = '', ...rest] = wrap(text, width);
  return [first, ...indent(gap, rest)];
};

function pad(text: string, size: number, side: Alignment): string {
  const free = Math.max(0, size - displayWidth(text));
  const left = side === 'right' ? free : side === 'center' ? Math.floor(free / 2) : 0;
  return ' '.repeat(left) + text + ' '.repeat(free - left);
}

/** A column of numbers stands to the right when its author says nothing. */
const naturalSide = (cells: readonly string[]): Alignment =>
  cells.every((cell) => /^[+−-]?\d[\d\s.,]*[%‰€]?$/u.test(cell)) ? 'right' : 'left';
