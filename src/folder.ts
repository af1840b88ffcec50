// Makes folders and lists what is in them. I/O.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemErrorCode } from './failure.ts';

/**
 * Makes a folder with those around it, one by one: where the system refuses, as in `/proc`, Node's own `recursive` never
 * ends. Throws the system's error; what stands there already must be a folder.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found === undefined && dirname(path) !== path) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, mode);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/**
 * The files in a folder and in its folders, as paths from it with `/`, sorted. Links are followed, each folder once;
 * names that begin with a dot are left out. None where there is no such folder; throws the system's error where one
 * cannot be read.
 */
export function filesIn(folder: string): string[] {
  const seen = new Set<string>();
  const walk = (inner: string): string[] => {
    const path = join(folder, inner);
    const { dev, ino } = statSync(path, { bigint: true });
    if (seen.has(`${dev} ${ino}`)) return [];
    seen.add(`${dev} ${ino}`);
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      const own = inner === '' ? entry.name : `${inner}/${entry.name}`;
      const found = entry.isSymbolicLink() ? meant(join(folder, own)) : entry;
      if (found?.isDirectory()) return walk(own);
      return found?.isFile() ? [own] : [];
    });
  };
  return meant(folder) === undefined ? [] : walk('').sort();
}

/** What a path leads to; undefined where it leads nowhere, or around in a circle. */
function meant(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (systemErrorCode(error) === 'ELOOP') return undefined;
    throw error;
  }
}
