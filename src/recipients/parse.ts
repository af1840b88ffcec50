// The bytes of one press list, in any format → its recipients, and what is wrong with it.
import type { Finding, Wording } from '../finding.ts';
import { type Column, type ColumnMap, makeHeaderNames, readHeader } from './columns.ts';
import { readCsv } from './csv.ts';
import { doubtEncoding, toUtf8 } from './decode.ts';
import { type Interpretation, type Meanings, makeInterpreter } from './interpret.ts';
import { readJsonLines } from './jsonl.ts';
import { makeLanguageNames } from './language.ts';
import type { Recipient } from './recipient.ts';
import { makeGazetteer } from './region.ts';
import type { Row, RowSink } from './row.ts';
import { quoteCell } from './text.ts';
import { readVCards } from './vcard.ts';
import { readWorkbook } from './xlsx.ts';

export const formats = ['csv', 'xlsx', 'vcard', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** One list as read: everything in it is either a recipient or an error among the findings. */
export interface PressList {
  readonly file: string;
  readonly format: Format | null;
  /** WHATWG name; null for a workbook. */
  readonly encoding: string | null;
  /** Rows that are not blank, the header not counted. */
  readonly rows: number;
  readonly recipients: readonly Recipient[];
  readonly findings: readonly Finding[];
  /** Names under which unknown columns are kept. */
  readonly kept: readonly string[];
}

export interface ParseOptions {
  readonly map?: ColumnMap;
  /** A WHATWG label such as `windows-1252`; left out, it is guessed. */
  readonly encoding?: string;
}

export const makeMeanings = (): Meanings => ({ gazetteer: makeGazetteer(), languages: makeLanguageNames() });

/** Never throws for what the bytes say. `file` names the list in findings; its ending helps to tell the format. */
export async function parseList(
  file: string,
  bytes: Uint8Array,
  meanings: Meanings,
  options: ParseOptions = {},
): Promise<PressList> {
  const collected = collectRows(file, meanings, options.map ?? new Map());
  const { sink } = collected;
  const format = formatOf(file, bytes);
  let encoding: string | null = null;
  if (format === 'xlsx') {
    await readWorkbook(file, bytes, sink);
  } else if (typeof format === 'object') {
    sink.finding(listProblem(file, 'list/format', format.message, format.remedy));
  } else {
    const decoded = toUtf8(bytes, options.encoding);
    if (decoded === undefined) {
      sink.finding(
        listProblem(file, 'list/encoding', wordings.encoding(options.encoding ?? ''), remedies.encoding),
      );
    } else {
      encoding = decoded.encoding;
      const doubt = doubtEncoding(file, decoded);
      if (doubt !== undefined) sink.finding(doubt);
      if (format === 'csv') await readCsv(file, decoded.bytes, sink);
      else if (format === 'vcard') await readVCards(file, decoded.bytes.toString(), sink);
      else readJsonLines(file, decoded.bytes, sink);
    }
  }
  return { file, format: typeof format === 'object' ? null : format, encoding, ...collected.result() };
}

type Collected = Pick<PressList, 'rows' | 'recipients' | 'findings' | 'kept'>;

function collectRows(
  file: string,
  meanings: Meanings,
  map: ColumnMap,
): { sink: RowSink; result: () => Collected } {
  const names = makeHeaderNames();
  const interpret = makeInterpreter(file, meanings);
  const columnsOf = new Map<readonly string[], readonly Column[]>();
  const seen = new Set<string>();
  const recipients: Recipient[] = [];
  const findings: Finding[] = [];
  let rows = 0;
  let readable = true;

  const learn = (row: Row): readonly Column[] => {
    const columns = readHeader(row.header, map, names);
    columnsOf.set(row.header, columns);
    for (const column of columns) {
      const label = `${column.kind} ${column.header}`;
      if (column.kind === 'opinion' && !seen.has(label)) findings.push(opinionColumn(file, row.line, column));
      seen.add(column.kind === 'kept' ? `kept ${column.name}` : label);
    }
    return columns;
  };
  const row = (row: Row): void => {
    if (!readable) return;
    const known = columnsOf.get(row.header);
    if (row.cells === row.header && known === undefined) {
      const problem = headerProblem(file, row, learn(row));
      if (problem !== undefined) findings.push(problem);
      readable = problem === undefined;
      return;
    }
    rows += 1;
    const { recipient, findings: found }: Interpretation = interpret(row, known ?? learn(row));
    findings.push(...found);
    if (recipient !== undefined) recipients.push(recipient);
  };
  return {
    sink: { row, finding: (finding) => findings.push(finding) },
    result: () => {
      if (rows === 0 && findings.every(({ severity }) => severity !== 'error')) {
        findings.push({
          ...listProblem(file, 'list/empty', wordings.empty, remedies.empty),
          severity: 'warning',
        });
      }
      const kept = !readable
        ? []
        : [...seen].filter((label) => label.startsWith('kept ')).map((label) => label.slice('kept '.length));
      return { rows, recipients, findings, kept };
    },
  };
}

/** By content first, since files get renamed; by ending for text. */
function formatOf(
  file: string,
  bytes: Uint8Array,
): Format | { readonly message: Wording; readonly remedy: Wording } {
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  if (start.startsWith('PK\x03\x04')) {
    return /mimetypeapplication\/vnd\.oasis/.test(start)
      ? { message: wordings.openDocument, remedy: remedies.spreadsheet }
      : 'xlsx';
  }
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    return { message: wordings.oldExcel, remedy: remedies.spreadsheet };
  if (start.startsWith('%PDF')) return { message: wordings.pdf, remedy: remedies.spreadsheet };
  const text = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/\0/g, '')
    .trimStart();
  if (/^BEGIN:VCARD/i.test(text)) return 'vcard';
  return text.startsWith('{') || /\.(?:jsonl|ndjson)$/i.test(file) ? 'jsonl' : 'csv';
}

/** A table whose first line is no header, or that has no column of addresses, cannot be believed at all. */
function headerProblem(file: string, { line, header }: Row, columns: readonly Column[]): Finding | undefined {
  const known = columns.filter(({ kind }) => kind === 'known');
  if (known.some((column) => column.kind === 'known' && column.name === 'address')) return undefined;
  // Without any known header the line may be data: it is not quoted.
  const missing = header.some((cell) => cell.includes('@')) || known.length === 0;
  const shown = header
    .map(quoteCell)
    .filter((text) => text !== '')
    .join(', ');
  return {
    rule: 'list/header',
    severity: 'error',
    place: { file, line, column: 1 },
    message: missing ? wordings.noHeader : wordings.noAddressColumn(shown),
    remedy: missing ? remedies.noHeader : remedies.noAddressColumn,
  };
}

const opinionColumn = (file: string, line: number, { header }: Column): Finding => ({
  rule: 'list/opinion-column',
  severity: 'warning',
  place: { file, line, column: 1 },
  message: {
    fr: `La colonne « ${quoteCell(header)} » n’est pas lue : une liste de presse ne garde ni commentaire ni note sur les personnes`,
    en: `The column “${quoteCell(header)}” is not read: a press list keeps no comment and no grade on people`,
  },
  remedy: {
    fr: 'Supprimez-la du fichier : la CNIL a sanctionné une telle liste (délibération SAN-2021-012).',
    en: 'Delete it from the file: the French data protection authority fined such a list (CNIL, SAN-2021-012).',
  },
});

const listProblem = (file: string, rule: string, message: Wording, remedy: Wording): Finding => ({
  rule,
  severity: 'error',
  place: { file, line: 1, column: 1 },
  message,
  remedy,
});

const wordings = {
  encoding: (label: string): Wording => ({
    fr: `Le fichier n’est pas en « ${label} », ou cet encodage est inconnu`,
    en: `The file is not in “${label}”, or that encoding is unknown`,
  }),
  empty: { fr: 'La liste est vide', en: 'The list is empty' },
  openDocument: { fr: 'Le format OpenDocument n’est pas lu', en: 'OpenDocument is not read' },
  oldExcel: {
    fr: 'Ancien format Excel (.xls), ou classeur protégé par un mot de passe',
    en: 'Old Excel format (.xls), or a workbook with a password',
  },
  pdf: { fr: 'Un PDF n’est pas une liste de presse', en: 'A PDF is no press list' },
  noHeader: {
    fr: 'La première ligne n’est pas un en-tête : on ne sait pas quelle colonne est l’adresse',
    en: 'The first line is no header: which column holds the address is unknown',
  },
  noAddressColumn: (found: string): Wording => ({
    fr: `Aucune colonne d’adresse parmi : ${found}`,
    en: `No column of addresses among: ${found}`,
  }),
} as const;

const remedies = {
  encoding: {
    fr: 'Essayez sans --encoding, ou avec utf-8, windows-1252, macintosh, utf-16le.',
    en: 'Try without --encoding, or with utf-8, windows-1252, macintosh, utf-16le.',
  },
  empty: { fr: 'Vérifiez que c’est le bon fichier.', en: 'Check that it is the right file.' },
  spreadsheet: {
    fr: 'Enregistrez-le dans le tableur en .xlsx ou en « CSV UTF-8 ».',
    en: 'Save it from the spreadsheet as .xlsx or “CSV UTF-8”.',
  },
  noHeader: {
    fr: 'Ajoutez en première ligne les noms des colonnes : courriel ; nom ; média ; région ; langue.',
    en: 'Add the names of the columns as first line: email, name, outlet, region, language.',
  },
  noAddressColumn: {
    fr: "Nommez la colonne « courriel », ou ajoutez --map address='Nom de la colonne'.",
    en: "Name the column “email”, or add --map address='Name of the column'.",
  },
} as const;
