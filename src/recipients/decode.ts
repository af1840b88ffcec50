// From the bytes of a text list to UTF-8, when nobody wrote down the encoding.
import { isUtf8 } from 'node:buffer';
import type { Finding } from '../finding.ts';

export interface Utf8Text {
  /** UTF-8 without byte order mark; the very bytes given where they were so. A list is large: it is not copied. */
  readonly bytes: Buffer;
  /** What it was in: a WHATWG name. */
  readonly encoding: string;
}

/**
 * Encoding: the one given (a WHATWG label), else the byte order mark, else UTF-8 if every byte sequence is valid,
 * else windows-1252, which Excel for Windows writes.
 * Undefined where `encoding` is no known label, or the bytes are not of the encoding given.
 */
export function toUtf8(bytes: Uint8Array, encoding?: string): Utf8Text | undefined {
  const label = encoding ?? guessEncoding(bytes);
  if (/^utf-?8$/i.test(label)) {
    if (!isUtf8(bytes)) return undefined;
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return {
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset + mark, bytes.byteLength - mark),
      encoding: 'utf-8',
    };
  }
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { bytes: Buffer.from(decoder.decode(bytes)), encoding: decoder.encoding };
  } catch {
    return undefined;
  }
}

function guessEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Bytes that are looked at for signs of a wrong guess. */
const sample = 1024 * 1024;

/**
 * Marks of a wrong guess: UTF-8 read as windows-1252 (`Ã©`, `â€™`), MacRoman read so (`ZoŽ`), and C1 controls, which
 * no name has.
 */
const broken = /Ã[\u0080-\u00bf\u0152-\u2122]|â€[\u0080-\uffff]|[a-zà-ÿ]Ž|[\u0080-\u009f]/;

/** A warning on the first line whose accents look broken. */
export function doubtEncoding(file: string, { bytes, encoding }: Utf8Text): Finding | undefined {
  const text = bytes.toString('utf8', 0, sample);
  const found = broken.exec(text);
  if (found === null) return undefined;
  const line = text.slice(0, found.index).split(/\r\n|\r|\n/).length;
  return {
    rule: 'list/encoding',
    severity: 'warning',
    place: { file, line, column: 1 },
    message: {
      fr: `Des accents semblent abîmés ; le fichier a été lu en ${encoding}`,
      en: `Accents look broken; the file was read as ${encoding}`,
    },
    remedy: {
      fr: 'Enregistrez-le en « CSV UTF-8 », ou donnez son encodage : --encoding macintosh, iso-8859-15…',
      en: 'Save it as “CSV UTF-8”, or give its encoding: --encoding macintosh, iso-8859-15…',
    },
  };
}
