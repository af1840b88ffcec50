// PDF objects (ISO 32000-1, 7.3) as plain values, and the file that holds them.

/**
 * A name keeps its slash (`/Artifact`); a string is `(` and its bytes as Latin-1 code units, so the two never mix.
 * Keys of dictionaries have no slash.
 */
export type Value = number | string | boolean | null | Value[] | Dictionary | Reference | Stream;
export type Dictionary = Map<string, Value>;

/** An indirect reference. Generations are always 0: Chromium writes a file once. */
export class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export class Stream {
  readonly dictionary: Dictionary;
  /** As they stand in the file, under whatever filter the dictionary names. */
  readonly bytes: Uint8Array;
  constructor(dictionary: Dictionary, bytes: Uint8Array) {
    this.dictionary = dictionary;
    this.bytes = bytes;
  }
}

/** The objects of one file by number. The passes change it; `serializePdf` writes what the trailer still reaches. */
export class PdfFile {
  readonly objects: Map<number, Value>;
  readonly trailer: Dictionary;
  private last: number;

  constructor(objects: Map<number, Value>, trailer: Dictionary) {
    this.objects = objects;
    this.trailer = trailer;
    this.last = Math.max(0, ...objects.keys());
  }

  /** Gives a value a number of its own. */
  add(value: Value): Reference {
    const reference = new Reference(++this.last);
    this.objects.set(reference.number, value);
    return reference;
  }

  /** The value itself, or what a reference leads to. */
  resolve(value: Value | undefined): Value | undefined {
    return value instanceof Reference ? this.objects.get(value.number) : value;
  }

  dictionary(value: Value | undefined): Dictionary | undefined {
    const resolved = this.resolve(value);
    if (resolved instanceof Stream) return resolved.dictionary;
    return resolved instanceof Map ? resolved : undefined;
  }

  array(value: Value | undefined): readonly Value[] | undefined {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : undefined;
  }

  stream(value: Value | undefined): Stream | undefined {
    const resolved = this.resolve(value);
    return resolved instanceof Stream ? resolved : undefined;
  }

  /** A text string (7.9.2.2), decoded. */
  text(value: Value | undefined): string | undefined {
    const resolved = this.resolve(value);
    return decodeText(resolved);
  }

  /** A name without its slash. */
  name(value: Value | undefined): string | undefined {
    return nameOf(this.resolve(value)) ?? undefined;
  }

  number(value: Value | undefined): number | undefined {
    const resolved = this.resolve(value);
    return typeof resolved === 'number' ? resolved : undefined;
  }
}

/** A dictionary of the entries that are not undefined. */
export function dictionaryOf(entries: Readonly<Record<string, Value | undefined>>): Dictionary {
  const dictionary: Dictionary = new Map();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dictionary.set(key, value);
  return dictionary;
}

const stringMark = '(';

/** The bytes of a string as Latin-1 code units, or null for any other value. */
export const stringOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && value.startsWith(stringMark) ? value.slice(1) : null;

/** The name without its slash, or null for any other value. */
export const nameOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && value.startsWith('/') ? value.slice(1) : null;

export const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

/** A byte string. */
export const byteString = (bytes: string): Value => stringMark + bytes;

/** A text string: ASCII as it is, anything else in UTF-16BE with its byte order mark. */
export function textString(text: string): Value {
  if (/^[\x20-\x7e]*$/.test(text)) return stringMark + text;
  return `${stringMark}\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`;
}

/** UTF-16BE after its byte order mark, else Latin-1, near enough to PDFDocEncoding for what Chromium writes. */
export function decodeText(value: Value | undefined): string | undefined {
  const bytes = stringOf(value);
  if (!bytes?.startsWith('\xfe\xff')) return bytes ?? undefined;
  const units = Buffer.from(bytes.slice(2, 2 + ((bytes.length - 2) & ~1)), 'latin1');
  return units.swap16().toString('utf16le');
}
