// Reads the personal note of `--note`, by language. I/O.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { systemErrorCode, UserFailure } from '../failure.ts';
import { compileNote, type Note } from '../outbox/note.ts';
import type { Recipient } from '../recipients/recipient.ts';

export interface Notes {
  readonly of: (recipient: Recipient, language: string) => string;
  /** File as named → its text. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * `note.txt`, or `note.<language>.txt` beside it where there is one for the recipient's language.
 * @param languages Of the texts that are sent.
 * @param fields Names of the lists' own columns.
 */
export async function readNotes(
  { cwd }: Context,
  path: string,
  languages: readonly string[],
  fields: readonly string[],
): Promise<Notes> {
  const sources: Record<string, string> = {};
  const notes = new Map<string, Note>();
  for (const language of ['', ...new Set(languages)]) {
    const file = language === '' ? path : path.replace(/(\.\w+)?$/, `.${language}$1`);
    const source = await readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
      if (language !== '' && systemErrorCode(error) === 'ENOENT') return null;
      throw unreadable(file, error);
    });
    if (source === null) continue;
    sources[file] = source;
    notes.set(language, compileNote(source, file, fields));
  }
  return {
    of: (recipient, language) => (notes.get(language) ?? notes.get(''))?.(recipient) ?? '',
    sources,
  };
}

const unreadable = (file: string, error: unknown): UserFailure =>
  new UserFailure({
    fr: `Impossible de lire ${file} (${systemErrorCode(error)}).`,
    en: `Cannot read ${file} (${systemErrorCode(error)}).`,
  });
