// CSV and TSV press lists as spreadsheets write them: any of four delimiters, quotes, line breaks inside quotes.
import type { Finding, Wording } from '../finding.ts';
import { columnNamed, makeHeaderNames } from './columns.ts';
import type { Row, RowSink } from './row.ts';

const delimiters = [';', ',', '\t', '|'] as const;

/** Bytes of one line; more is a quotation mark that nobody closed. */
const maxLineBytes = 256 * 1024;

/**
 * RFC 4180, read generously: any line ends, blank lines skipped, quotes inside an unquoted cell kept. The first
 * line that is not blank is the header. Excel's `sep=;` line is obeyed.
 */
export async function readCsv(file: string, bytes: Buffer, sink: RowSink): Promise<void> {
  const { parse, CsvError } = await import('csv-parse/sync');
  const start = bytes.toString('utf8', 0, 20_000);
  const [hint = '', declared] = /^sep=([;,|\t])(?:\r\n|\r|\n)/i.exec(start) ?? [];
  const delimiter = declared ?? sniffDelimiter(start);
  let header: readonly string[] | undefined;
  let nextLine = hint === '' ? 1 : 2;
  let blankLines = 0;

  const onRecord = (cells: readonly string[], { empty_lines }: { readonly empty_lines: number }): null => {
    const line = nextLine + empty_lines - blankLines;
    blankLines = empty_lines;
    nextLine = line + 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    if (cells.every((cell) => cell.trim() === '')) return null;
    const row: Row = { line, header: header ?? cells, cells };
    header ??= cells;
    if (cells.some((cell) => swallowsLines(cell, delimiter))) sink.finding(swallowed(file, line));
    else sink.row(row);
    return null;
  };
  try {
    parse(bytes.subarray(hint.length), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: maxLineBytes,
      on_record: onRecord,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    sink.finding(unclosed(file, nextLine));
  }
}

/** From the start of a list: the delimiter that yields the most headers the tool knows; failing that, the most cells. */
function sniffDelimiter(text: string): string {
  const names = makeHeaderNames();
  const [first = ''] = /[^\r\n]+/.exec(text) ?? [];
  let best = { delimiter: ',', known: -1, cells: 0 };
  for (const delimiter of delimiters) {
    const cells = first.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''));
    const known = cells.filter((cell) => columnNamed(cell, names) !== undefined).length;
    if (cells.length > 1 && (known > best.known || (known === best.known && cells.length > best.cells))) {
      best = { delimiter, known, cells: cells.length };
    }
  }
  return best.delimiter;
}

function lineBreaks(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0;
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** After a line break, an address among delimiters: another line of the list inside one cell. */
function swallowsLines(cell: string, delimiter: string): boolean {
  const start = cell.search(/[\r\n]/);
  return start >= 0 && cell.includes('@', start) && cell.includes(delimiter, start);
}

const remedy: Wording = {
  fr: 'Fermez le guillemet, ou enlevez-le.',
  en: 'Close the quotation mark, or take it away.',
};

const swallowed = (file: string, line: number): Finding => ({
  rule: 'list/quote',
  severity: 'error',
  place: { file, line, column: 1 },
  message: {
    fr: 'Une cellule contient d’autres lignes de la liste : un guillemet n’est sans doute pas refermé',
    en: 'One cell holds other lines of the list: a quotation mark is probably not closed',
  },
  remedy,
});

const unclosed = (file: string, line: number): Finding => ({
  rule: 'list/quote',
  severity: 'error',
  place: { file, line, column: 1 },
  message: {
    fr: 'Un guillemet s’ouvre ici et ne se referme pas : la suite du fichier est illisible',
    en: 'A quotation mark opens here and never closes: the rest of the file cannot be read',
  },
  remedy,
});
