// Writes mended releases, reports and the baseline. I/O.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const mark = '\uFEFF';

/**
 * Writes the mended text of a file, its byte order mark and mode kept, in one step. False, and nothing is written, when
 * the file no longer holds the text that was checked.
 */
export function writeMended(root: string, file: string, checked: string, mended: string): boolean {
  const path = join(root, file);
  const now = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path));
  const start = now.startsWith(mark) ? mark : '';
  if (now !== start + checked) return false;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, start + mended, { mode: statSync(path).mode });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}

export const writeText = (path: string, text: string): void => writeFileSync(path, text);
