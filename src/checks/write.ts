// Writes mended releases, reports and the baseline. I/O.
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemErrorCode, UserFailure } from '../failure.ts';
import { makeFolder } from '../folder.ts';

const mark = '\uFEFF';

/**
 * Writes the mended text of a file, its byte order mark and mode kept, in one step. False, and nothing is written, when
 * the file no longer holds the text that was checked.
 */
export function writeMended(root: string, file: string, checked: string, mended: string): boolean {
  // A link stays a link: what it leads to is mended.
  const path = realpathSync(join(root, file));
  const now = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path));
  const start = now.startsWith(mark) ? mark : '';
  if (now !== start + checked) return false;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const { mode } = statSync(path);
    // Renaming would write over a file that nobody may write to.
    if ((mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
    writeFileSync(temporary, start + mended, { mode });
    renameSync(temporary, path);
  } catch (error) {
    throw unwritable(file, error);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}

/** Writes a report or the baseline, and the folder it lies in. */
export function writeText(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new UserFailure(
    { fr: `Impossible d’écrire ${path} (${code}).`, en: `Cannot write ${path} (${code}).` },
    {
      remedy: {
        fr: 'Vérifiez le dossier et ses droits d’accès.',
        en: 'Look at the folder and who may write in it.',
      },
      cause,
    },
  );
}
