// Reads the file that Chromium writes: PDF 1.4 with one cross-reference table (ISO 32000-1, 7.5), nothing encrypted.
import { numberOf, PdfFile, Reference, Stream, type Value } from './objects.ts';
import { Scanner } from './scanner.ts';

/** Throws where the file is not of that kind: a browser that writes another is not known to us. */
export function parsePdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  if (!text.startsWith('xref', start)) throw new Error('the printed PDF has no cross-reference table');
  const end = text.indexOf('trailer', start);
  const offsets = readTable(text.slice(start + 4, end));
  const trailer = valueAt(text, end + 'trailer'.length);
  if (!(trailer instanceof Map)) throw new Error('the printed PDF has no trailer');
  const objects = new Map<number, Value>();
  const lengthOf = (value: Value | undefined): number => {
    const offset = value instanceof Reference ? offsets.get(value.number) : undefined;
    return numberOf(offset === undefined ? value : valueAt(text, afterHead(text, offset)));
  };
  for (const [number, offset] of offsets) objects.set(number, objectAt(text, bytes, offset, lengthOf));
  return new PdfFile(objects, trailer);
}

/** Object numbers → offsets of the entries in use (7.5.4): sections of lines of twenty bytes. */
function readTable(table: string): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  const head = /\s*(\d+) (\d+)\s*?\r?\n/y;
  for (let section = head.exec(table); section; section = head.exec(table)) {
    const first = Number(section[1]);
    const count = Number(section[2]);
    for (let i = 0; i < count; i++) {
      const line = head.lastIndex + 20 * i;
      if (table.charAt(line + 17) === 'n') offsets.set(first + i, Number(table.slice(line, line + 10)));
    }
    head.lastIndex += 20 * count;
  }
  return offsets;
}

const afterHead = (text: string, offset: number): number => text.indexOf('obj', offset) + 3;

function valueAt(text: string, offset: number): Value | undefined {
  const values: Value[] = [];
  const scanner = new Scanner(text, offset);
  scanner.skipWhite();
  scanner.keywordOrValue(values);
  return values[0];
}

function objectAt(
  text: string,
  bytes: Uint8Array,
  offset: number,
  lengthOf: (value: Value | undefined) => number,
): Value {
  const values: Value[] = [];
  const scanner = new Scanner(text, afterHead(text, offset));
  scanner.skipWhite();
  scanner.keywordOrValue(values);
  const value = values[0] ?? null;
  scanner.skipWhite();
  if (!(value instanceof Map) || !text.startsWith('stream', scanner.at)) return value;
  const lineEnd = text.startsWith('\r\n', scanner.at + 6) ? 2 : 1;
  const start = scanner.at + 6 + lineEnd;
  return new Stream(value, bytes.subarray(start, start + lengthOf(value.get('Length'))));
}
