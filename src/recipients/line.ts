// Line: the cells of one row by the column they stand in, and the complaints about it.
import type { Finding } from '../finding.ts';
import type { Column, ColumnName } from './columns.ts';
import type { Complaint } from './complaints.ts';
import { maskAddress } from './recipient.ts';
import type { Row } from './row.ts';
import { cleanText } from './text.ts';

export interface Line {
  readonly row: Row;
  /** Raw; empty where the column is missing or the cell is blank. */
  cell(name: ColumnName): string;
  /** Columns the tool does not know, cleaned. */
  readonly fields: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  complain(complaint: Complaint): void;
}

const noFields: Readonly<Record<string, string>> = Object.freeze({});

/** Complaints name the line and the masked address: enough to find it, nothing to publish. */
export function openLine(file: string, row: Row, columns: readonly Column[]): Line {
  const cells = new Map<ColumnName, string>();
  const fields: Record<string, string> = {};
  const findings: Finding[] = [];
  let keeps = false;
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index] ?? '';
    if (cell.trim() === '') continue;
    if (column.kind === 'known') cells.set(column.name, cell);
    if (column.kind !== 'kept') continue;
    fields[column.name] = cleanText(cell);
    keeps = true;
  }
  const cell = (name: ColumnName): string => cells.get(name) ?? '';
  const complain = ({ message, ...complaint }: Complaint): void => {
    const shown = maskAddress(cell('address'));
    findings.push({
      ...complaint,
      place: { file, line: row.line, column: 1 },
      message:
        shown === '…'
          ? { fr: capital(message.fr), en: capital(message.en) }
          : { fr: `${shown} : ${message.fr}`, en: `${shown}: ${message.en}` },
    });
  };
  return { row, cell, fields: keeps ? fields : noFields, findings, complain };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
