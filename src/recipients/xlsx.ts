// XLSX press lists: the first sheet that has a header, its cells as text.
import type { Finding } from '../finding.ts';
import type { RowSink } from './row.ts';

/**
 * Numbers come as digits, dates as `YYYY-MM-DD`. Row numbers are those Excel shows.
 * Other sheets are named in a warning: whoever stands on them is not read.
 */
export async function readWorkbook(file: string, bytes: Uint8Array, sink: RowSink): Promise<void> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch {
    sink.finding(unreadable(file));
    return;
  }
  const [first, ...others] = sheets.filter(({ data }) => data.some((row) => !isBlank(row)));
  if (others.length > 0)
    sink.finding(
      otherSheets(
        file,
        first?.sheet ?? '',
        others.map(({ sheet }) => sheet),
      ),
    );
  let header: readonly string[] | undefined;
  for (const [index, row] of (first?.data ?? []).entries()) {
    if (isBlank(row)) continue;
    const cells = row.map(cellText);
    header ??= cells;
    sink.row({ line: index + 1, header, cells });
  }
}

const isBlank = (row: readonly unknown[]): boolean => row.every((cell) => cell === null || cell === '');

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

const unreadable = (file: string): Finding => ({
  rule: 'list/format',
  severity: 'error',
  place: { file, line: 1, column: 1 },
  message: { fr: 'Ce classeur Excel est illisible', en: 'This Excel workbook cannot be read' },
  remedy: {
    fr: 'Ouvrez-le et enregistrez-le de nouveau en .xlsx, sans mot de passe.',
    en: 'Open it and save it again as .xlsx, without a password.',
  },
});

const otherSheets = (file: string, read: string, others: readonly string[]): Finding => ({
  rule: 'list/sheets',
  severity: 'warning',
  place: { file, line: 1, column: 1 },
  message: {
    fr: `Seule la feuille « ${read} » est lue, pas : ${others.join(', ')}`,
    en: `Only the sheet “${read}” is read, not: ${others.join(', ')}`,
  },
  remedy: {
    fr: 'Réunissez les journalistes dans une seule feuille.',
    en: 'Bring the journalists together on one sheet.',
  },
});
