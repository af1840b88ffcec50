// Writes a file as PDF 1.7 with object streams (ISO 32000-1, 7.5.7 and 7.5.8): small, and the same bytes for the same objects.
import { deflateSync } from 'node:zlib';
import { type Dictionary, dictionaryOf, type PdfFile, Reference, Stream, type Value } from './objects.ts';
import { level } from './streams.ts';

/** Objects in one object stream: enough to compress well, few enough to open one page quickly. */
const perStream = 200;

/**
 * What the trailer reaches, numbered in the order in which it is reached: neither leftovers nor the numbers they had
 * can tell one process from another.
 */
export function serializePdf(file: PdfFile): Uint8Array {
  const numbers = numberReached(file);
  const writer = new Writer(numbers);
  const packed: (readonly [number, Value])[] = [];
  for (const [old, number] of numbers) {
    const value = file.objects.get(old) ?? null;
    if (value instanceof Stream) writer.stream(number, value);
    else packed.push([number, value]);
  }
  let next = numbers.size + 1;
  for (let i = 0; i < packed.length; i += perStream)
    writer.objectStream(next++, packed.slice(i, i + perStream));
  return writer.finish(next, file.trailer);
}

function numberReached(file: PdfFile): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const visit = (value: Value): void => {
    if (value instanceof Reference) {
      const target = file.objects.get(value.number);
      if (numbers.has(value.number)) return;
      numbers.set(value.number, numbers.size + 1);
      if (target !== undefined) visit(target);
    } else if (value instanceof Map) value.forEach(visit);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (value instanceof Stream) value.dictionary.forEach(visit);
  };
  file.trailer.forEach(visit);
  return numbers;
}

/** Where an object is: at an offset, or at a place in an object stream. */
type Entry = readonly [kind: 1, offset: number, zero: 0] | readonly [kind: 2, stream: number, index: number];

class Writer {
  private readonly numbers: ReadonlyMap<number, number>;
  private readonly parts: Uint8Array[] = [];
  private readonly entries = new Map<number, Entry>();
  /** Names as they are written: few different ones, each many times. */
  private readonly names = new Map<string, string>();
  private size = 0;

  constructor(numbers: ReadonlyMap<number, number>) {
    this.numbers = numbers;
    // Four bytes above 127 tell that the file is binary (7.5.2, ISO 19005-3, 6.1.2).
    this.push(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  }

  private push(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.size += bytes.length;
  }

  stream(number: number, { dictionary, bytes }: Stream): void {
    const head = new Map(dictionary).set('Length', bytes.length);
    this.entries.set(number, [1, this.size, 0]);
    this.push(Buffer.from(`${number} 0 obj\n${this.format(head)}\nstream\n`, 'latin1'));
    this.push(bytes);
    this.push(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  objectStream(number: number, objects: readonly (readonly [number, Value])[]): void {
    let body = '';
    const index = objects.map(([own, value], i) => {
      const offset = body.length;
      body += `${this.format(value)}\n`;
      this.entries.set(own, [2, number, i]);
      return `${own} ${offset}`;
    });
    const first = `${index.join(' ')}\n`;
    const extra = { Type: '/ObjStm', N: objects.length, First: first.length };
    this.stream(number, compressed(extra, Buffer.from(first + body, 'latin1')));
  }

  /** The cross-reference stream, as object `number`, and the end of the file. */
  finish(number: number, trailer: Dictionary): Uint8Array {
    const start = this.size;
    this.entries.set(number, [1, start, 0]);
    const rows = Buffer.alloc(7 * (number + 1));
    rows.writeUInt16BE(0xffff, 5);
    for (const [own, [kind, where, index]] of this.entries) {
      rows.writeUInt8(kind, 7 * own);
      rows.writeUInt32BE(where, 7 * own + 1);
      rows.writeUInt16BE(index, 7 * own + 5);
    }
    const kept = ['Root', 'Info', 'ID'].map((key) => [key, trailer.get(key)] as const);
    const extra = { Type: '/XRef', Size: number + 1, W: [1, 4, 2], ...Object.fromEntries(kept) };
    this.stream(number, compressed(extra, rows));
    this.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    const whole = Buffer.concat(this.parts);
    return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength);
  }

  private format(value: Value): string {
    if (typeof value === 'number') return formatNumber(value);
    if (typeof value === 'string') {
      return value.startsWith('/') ? this.name(value.slice(1)) : formatString(value.slice(1));
    }
    if (value instanceof Reference) return `${this.numbers.get(value.number) ?? 0} 0 R`;
    if (Array.isArray(value)) return `[${value.map((item) => this.format(item)).join(' ')}]`;
    if (!(value instanceof Map)) return String(value);
    let text = '<<';
    for (const [key, item] of value) text += `${this.name(key)} ${this.format(item)}\n`;
    return `${text}>>`;
  }

  private name(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const written = formatName(name);
    this.names.set(name, written);
    return written;
  }
}

const compressed = (entries: Readonly<Record<string, Value | undefined>>, bytes: Uint8Array): Stream =>
  new Stream(dictionaryOf({ ...entries, Filter: '/FlateDecode' }), deflateSync(bytes, { level }));

/** Never in exponents (7.3.3). */
const formatNumber = (value: number): string => {
  const text = `${value}`;
  return text.includes('e') ? value.toFixed(10) : text;
};

function formatString(bytes: string): string {
  if (!/^[\x20-\x7e]*$/.test(bytes)) return `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
}

const formatName = (name: string): string =>
  /^[\w.+:-]*$/.test(name)
    ? `/${name}`
    : `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
