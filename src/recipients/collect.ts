// Gathers the rows of one list: recipients, findings, and what was learnt of the columns on the way.
import type { Finding } from '../finding.ts';
import { type Column, type ColumnMap, makeHeaderNames, readHeader } from './columns.ts';
import { headerProblem, opinionColumn } from './header.ts';
import { type Meanings, makeInterpreter } from './interpret.ts';
import type { Recipient } from './recipient.ts';
import type { Row, RowSink } from './row.ts';

export interface CollectedRows {
  /** Rows that are not blank, the header not counted. */
  readonly rows: number;
  /** Empty where somebody else took them, see `ParseOptions`. */
  readonly recipients: readonly Recipient[];
  /** Keys of addresses on lines that have another error: no recipients, yet they may have to be excluded. */
  readonly rejectedKeys: readonly string[];
  readonly findings: readonly Finding[];
  /** Names under which unknown columns are kept. */
  readonly kept: readonly string[];
}

export function collectRows(
  file: string,
  meanings: Meanings,
  map: ColumnMap,
  take?: (recipient: Recipient) => void,
): { readonly sink: RowSink; readonly result: () => CollectedRows } {
  const learn = makeColumnReader(file, map);
  const interpret = makeInterpreter(file, meanings);
  const recipients: Recipient[] = [];
  const give = take ?? ((recipient) => recipients.push(recipient));
  const rejectedKeys: string[] = [];
  const findings: Finding[] = [];
  let kept: readonly string[] = [];
  let rows = 0;
  let readable = true;

  const addRow = (row: Row): void => {
    if (!readable) return;
    const header = learn(row);
    findings.push(...header.findings);
    if (row.cells === row.header) {
      const problem = headerProblem(file, row, header.columns);
      if (problem !== undefined) findings.push(problem);
      readable = problem === undefined;
    } else {
      rows += 1;
      const { recipient, key, findings: found } = interpret(row, header.columns);
      findings.push(...found);
      if (recipient !== undefined) give(recipient);
      else if (key !== undefined) rejectedKeys.push(key);
    }
    // Names of a line that proved to be data are nobody's business.
    if (readable) kept = header.kept;
  };
  const result = (): CollectedRows => {
    const silent = rows === 0 && findings.every(({ severity }) => severity !== 'error');
    return {
      rows,
      recipients,
      rejectedKeys,
      findings: silent ? [...findings, emptyList(file)] : findings,
      kept,
    };
  };
  return { sink: { row: addRow, finding: (finding) => findings.push(finding) }, result };
}

interface KnownColumns {
  readonly columns: readonly Column[];
  /** Of every header so far. */
  readonly kept: readonly string[];
  /** What is new since the last row. */
  readonly findings: readonly Finding[];
}

/** Reads each header once; JSON lines and vCards may change it from row to row. */
function makeColumnReader(file: string, map: ColumnMap): (row: Row) => KnownColumns {
  const names = makeHeaderNames();
  const known = new WeakMap<readonly string[], readonly Column[]>();
  const opinions = new Set<string>();
  const kept = new Set<string>();
  let keptNames: readonly string[] = [];
  return (row) => {
    const before = known.get(row.header);
    if (before !== undefined) return { columns: before, kept: keptNames, findings: nothing };
    const columns = readHeader(row.header, map, names);
    known.set(row.header, columns);
    for (const column of columns) if (column.kind === 'kept') kept.add(column.name);
    if (kept.size > keptNames.length) keptNames = [...kept];
    const fresh = columns.filter(({ kind, header }) => kind === 'opinion' && !opinions.has(header));
    for (const { header } of fresh) opinions.add(header);
    return {
      columns,
      kept: keptNames,
      findings: fresh.map((column) => opinionColumn(file, row.line, column)),
    };
  };
}

const nothing: readonly Finding[] = [];

const emptyList = (file: string): Finding => ({
  rule: 'list/empty',
  severity: 'warning',
  place: { file, line: 1, column: 1 },
  message: { fr: 'La liste est vide', en: 'The list is empty' },
  remedy: { fr: 'Vérifiez que c’est le bon fichier.', en: 'Check that it is the right file.' },
});
