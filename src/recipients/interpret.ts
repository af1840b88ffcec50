// One row of a press list → one recipient, or what is wrong with the line.
import type { Finding } from '../finding.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { languageTag } from '../language.ts';
import { parseAddress } from './address.ts';
import type { Column, ColumnName } from './columns.ts';
import { complaints } from './complaints.ts';
import { readCoverage, readRegions } from './coverage.ts';
import { calendarDay } from './day.ts';
import { type Line, openLine } from './line.ts';
import type { Recipient } from './recipient.ts';
import type { Row } from './row.ts';
import { cleanText, quoteCell, splitList } from './text.ts';

/** What names mean, built once a run. */
export interface Meanings {
  readonly gazetteer: Gazetteer;
  readonly languages: ReadonlyMap<string, string>;
}

/** Undefined recipient: the line has an error among its findings. */
export interface Interpretation {
  readonly recipient: Recipient | undefined;
  /** Of the address, where it could be read, recipient or not. */
  readonly key: string | undefined;
  readonly findings: readonly Finding[];
}

/** Reads the rows of one list. Remembers what it has read, since few regions, languages and outlets recur. */
export function makeInterpreter(
  file: string,
  meanings: Meanings,
): (row: Row, columns: readonly Column[]) => Interpretation {
  const regionsOf = remember((cell) => readRegions(meanings.gazetteer, cell));
  const languageOf = remember((cell) => languageTag(meanings.languages, splitList(cell)[0] ?? ''));
  const topicsOf = remember(splitList);
  const shared = remember(cleanText);
  const dayOf = remember(calendarDay);
  const onceOnly = new Set<string>();

  return (row, columns) => {
    const line = openLine(file, row, columns);
    if (!checkCells(line)) return rejected(line, undefined);
    const parsed = parseAddress(line.cell('address'));
    if ('problem' in parsed) line.complain({ rule: 'list/address', severity: 'error', ...parsed.problem });
    const regions = readCoverage(line, meanings.gazetteer, regionsOf);
    const language = readCell(line, 'language', languageOf, complaints.language);
    const embargoTrust = readCell(line, 'embargo', readTrust, complaints.embargo);
    const informedAt = readCell(line, 'informedAt', dayOf, complaints.date);
    const lastContact = readCell(line, 'lastContact', dayOf, complaints.date);
    noticeLostZeros(line, columns);
    if ('problem' in parsed || line.findings.some(({ severity }) => severity === 'error'))
      return rejected(line, 'address' in parsed ? parsed.address.key : undefined);

    const { tagged, ...address } = parsed.address;
    if (tagged) line.complain(complaints.plusTag);
    if (address.needsSmtputf8) line.complain(complaints.smtputf8);
    const recipient: Recipient = {
      ...address,
      ...readName(line),
      salutation: cleanText(line.cell('salutation')) || null,
      outlet: shared(line.cell('outlet')) || null,
      outletType: shared(line.cell('outletType')).toLowerCase() || null,
      role: shared(line.cell('role')) || null,
      language,
      regions,
      topics: topicsOf(line.cell('topics')),
      embargoTrust,
      basis: shared(line.cell('basis')) || null,
      source: shared(line.cell('source')) || null,
      informedAt,
      lastContact,
      fields: line.fields,
      place: { file, line: row.line },
    };
    return {
      recipient,
      key: address.key,
      findings: line.findings.filter((finding) => isNews(finding, onceOnly)),
    };
  };
}

const rejected = ({ findings }: Line, key: string | undefined): Interpretation => ({
  recipient: undefined,
  key,
  findings,
});

/** A cache of at most 20,000 answers, so that a column of unique values costs no memory. */
function remember<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const answer = known.get(cell);
    if (answer !== undefined) return answer;
    const fresh = read(cell);
    if (known.size < 20_000) known.set(cell, fresh);
    return fresh;
  };
}

/** Null for an empty cell, and after a complaint for one that `read` does not understand. */
function readCell<T>(
  line: Line,
  name: ColumnName,
  read: (cell: string) => T | undefined,
  complaint: (text: string) => Parameters<Line['complain']>[0],
): T | null {
  const cell = line.cell(name);
  if (cell === '') return null;
  const value = read(cell);
  if (value === undefined) line.complain(complaint(quoteCell(cell)));
  return value ?? null;
}

/** False for too many cells: something moved to the right, so no column of the line can be believed. */
function checkCells({ row: { cells, header }, complain }: Line): boolean {
  if (cells.length < header.length) complain(complaints.tooFewCells(cells.length, header.length));
  const shifted =
    cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '');
  if (shifted) complain(complaints.tooManyCells(cells.length, header.length));
  return !shifted;
}

function readTrust(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  if (/^(?:oui|o|yes|y|vrai|true|1|x|✓|✔)$/.test(word)) return true;
  return /^(?:non|n|no|faux|false|0|-)$/.test(word) ? false : undefined;
}

/** A column « nom » holds the family name only beside one of given names. */
function readName(line: Line): Pick<Recipient, 'name' | 'givenName' | 'familyName'> {
  const givenName = cleanText(line.cell('givenName')) || null;
  const familyName = cleanText(line.cell('familyName')) || null;
  const name =
    cleanText(line.cell('name')) || [givenName, familyName].filter((part) => part !== null).join(' ');
  return { name: name || null, givenName, familyName: givenName === null ? null : familyName };
}

const phoneHeader = /^(?:tel|telephone|phone|mobile|portable|fax|gsm)(?:_|$)/;

/** `199001234` was `01 99 00 12 34`, and `1,99E+08` too. */
function noticeLostZeros(line: Line, columns: readonly Column[]): void {
  for (const column of columns) {
    if (column.kind !== 'kept' || !phoneHeader.test(column.name)) continue;
    if (/^(?:[1-9]\d{8}|\d(?:[.,]\d{1,20})?E\+\d{1,2})$/i.test(line.fields[column.name] ?? '')) {
      line.complain(complaints.lostZero(quoteCell(column.header)));
    }
  }
}

/** A spreadsheet that drops zeros drops them all: the first line stands for the others. */
function isNews({ rule }: Finding, onceOnly: Set<string>): boolean {
  if (rule !== 'list/lost-zero' && rule !== 'list/postal-zero') return true;
  const news = !onceOnly.has(rule);
  onceOnly.add(rule);
  return news;
}
