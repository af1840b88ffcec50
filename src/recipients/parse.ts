// The bytes of one press list, in any format → its recipients, and what is wrong with it.
import type { Finding } from '../finding.ts';
import { makeGazetteer } from '../gazetteer.ts';
import { makeLanguageNames } from '../language.ts';
import { type CollectedRows, collectRows } from './collect.ts';
import type { ColumnMap } from './columns.ts';
import { readCsv } from './csv.ts';
import { doubtEncoding, toUtf8 } from './decode.ts';
import { type Format, formatOf } from './format.ts';
import type { Meanings } from './interpret.ts';
import { readJsonLines } from './jsonl.ts';
import type { Recipient } from './recipient.ts';
import type { RowSink } from './row.ts';
import { readVCards } from './vcard.ts';
import { readWorkbook } from './xlsx.ts';

/** One list as read: every line is either a recipient or an error among the findings. */
export interface PressList extends CollectedRows {
  readonly file: string;
  readonly format: Format | null;
  /** WHATWG name; null for a workbook, and for what could not be read. */
  readonly encoding: string | null;
}

export interface ParseOptions {
  readonly map?: ColumnMap;
  /** A WHATWG label such as `windows-1252`; left out, it is guessed. */
  readonly encoding?: string;
  /** Gets each recipient as it is read, so that nobody holds a long list whole. */
  readonly take?: (recipient: Recipient) => void;
}

export const makeMeanings = (): Meanings => ({ gazetteer: makeGazetteer(), languages: makeLanguageNames() });

/** Never throws for what the bytes say. `file` names the list in findings; its ending helps to tell the format. */
export async function parseList(
  file: string,
  bytes: Uint8Array,
  meanings: Meanings,
  options: ParseOptions = {},
): Promise<PressList> {
  const { sink, result } = collectRows(file, meanings, options.map ?? new Map(), options.take);
  const format = formatOf(file, bytes);
  if (typeof format === 'object') {
    sink.finding({ rule: 'list/format', severity: 'error', place: { file, line: 1, column: 1 }, ...format });
    return { file, format: null, encoding: null, ...result() };
  }
  if (format === 'xlsx') {
    await readWorkbook(file, bytes, sink);
    return { file, format, encoding: null, ...result() };
  }
  const encoding = await readText(file, bytes, format, sink, options.encoding);
  return { file, format, encoding, ...result() };
}

/** @returns the encoding it was in, or null where that could not be told. */
async function readText(
  file: string,
  bytes: Uint8Array,
  format: Exclude<Format, 'xlsx'>,
  sink: RowSink,
  label: string | undefined,
): Promise<string | null> {
  const decoded = toUtf8(bytes, label);
  if (decoded === undefined) {
    sink.finding(wrongEncoding(file, label ?? ''));
    return null;
  }
  const doubt = doubtEncoding(file, decoded);
  if (doubt !== undefined) sink.finding(doubt);
  if (format === 'csv') await readCsv(file, decoded.bytes, sink);
  else if (format === 'vcard') await readVCards(file, decoded.bytes.toString(), sink);
  else readJsonLines(file, decoded.bytes, sink);
  return decoded.encoding;
}

const wrongEncoding = (file: string, label: string): Finding => ({
  rule: 'list/encoding',
  severity: 'error',
  place: { file, line: 1, column: 1 },
  message: {
    fr: `Le fichier n’est pas en « ${label} », ou cet encodage est inconnu`,
    en: `The file is not in “${label}”, or that encoding is unknown`,
  },
  remedy: {
    fr: 'Essayez sans --encoding, ou avec utf-8, windows-1252, macintosh, utf-16le.',
    en: 'Try without --encoding, or with utf-8, windows-1252, macintosh, utf-16le.',
  },
});
