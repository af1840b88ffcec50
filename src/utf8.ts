// Files must be UTF-8 (RFC 3629): their text, or where they are something else.
import type { Wording } from './finding.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text without a byte order mark, or line and column, from 1, of the first byte that no UTF-8 sequence explains. */
export function decodeUtf8(bytes: Uint8Array): string | { readonly line: number; readonly column: number } {
  try {
    return strict.decode(bytes);
  } catch {
    const lenient = new TextDecoder().decode(bytes);
    const lines = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  }
}

export const saveAsUtf8: Wording = {
  fr: 'Enregistrez-le à nouveau en choisissant l’encodage UTF-8.',
  en: 'Save it again with the encoding UTF-8.',
};
