// Writes what was built: whole files or none, only what changed, and nothing of a release that is gone. I/O.
//
// Synchronous on purpose: these are thousands of small files, and each promise costs more than the call it stands for.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ExitCode, systemErrorCode, UserFailure } from '../failure.ts';
import { makeFolder } from '../folder.ts';
import { isRunning } from '../running.ts';
import {
  isManifest,
  type Manifest,
  type ManifestFile,
  manifestName,
  serializeManifest,
  sha256,
} from './manifest.ts';

const temporaryName = /^\.[0-9]+-[0-9a-f]+\.tmp$/;

/** Writes `bytes` beside `path`, then renames: a reader sees the old file or the new one, never half of it. */
function writeAtomically(path: string, bytes: Uint8Array | string): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeInto(folder, temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    unlessItFails(() => rmSync(temporary, { force: true }));
    throw writeFailure(path, error);
  }
}

/** Makes the folder of builds, so that one that cannot be is told once and at once. */
export function prepareOut(out: string): void {
  try {
    makeFolder(out);
  } catch (error) {
    throw writeFailure(out, error, 2);
  }
}

function writeInto(folder: string, path: string, bytes: Uint8Array | string): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    makeFolder(folder);
    writeFileSync(path, bytes);
  }
}

function writeFailure(path: string, cause: unknown, exitCode: ExitCode = 1): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new UserFailure(
    { fr: `Impossible d’écrire ${path} (${code}).`, en: `Cannot write ${path} (${code}).` },
    {
      cause,
      exitCode,
      remedy: full
        ? { fr: 'Le disque est plein : libérez de la place.', en: 'The disk is full: free some space.' }
        : {
            fr: 'Vérifiez le dossier et ses droits, ou choisissez-en un autre avec `--out`.',
            en: 'Check the folder and its permissions, or choose another with `--out`.',
          },
    },
  );
}

/** The manifest of a build folder; undefined when there is none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'));
    return isManifest(manifest) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes; undefined when the file is not there. */
export const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/** Writes the files that differ from what stands in `folder`; `now` describes them. Returns the paths written. */
export function writeChanged(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  now: Manifest,
  before: Manifest | undefined,
): string[] {
  for (const inner of new Set([...files.keys()].map((path) => dirname(path)))) {
    removeLeftovers(join(folder, inner));
  }
  const changed = [...files].filter(([path]) => !stands(join(folder, path), now.files[path]));
  if (changed.length > 0 && before !== undefined)
    writeAtomically(join(folder, manifestName), unsure(now, before));
  for (const [path, bytes] of changed) writeAtomically(join(folder, path), bytes);
  return changed.map(([path]) => path);
}

/** Is a file what it is described as, byte by byte? */
function stands(path: string, described: ManifestFile | undefined): boolean {
  return (
    described !== undefined &&
    sizeOf(path) === described.size &&
    sha256(readFileSync(path)) === described.sha256
  );
}

/** What holds while files are replaced: whoever is interrupted then makes all of them again. */
const unsure = (now: Manifest, before: Manifest): string =>
  serializeManifest({ ...before, files: { ...before.files, ...now.files }, inputs: {} });

/** Writes the manifest of a build, unless it stands there already: to replace a file takes as long as to make a page. */
export function writeManifest(folder: string, now: Manifest): void {
  const path = join(folder, manifestName);
  const manifest = serializeManifest(now);
  if (textOf(path) !== manifest) writeAtomically(path, manifest);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Removes files of the build that the new manifest no longer names. */
export function removeObsolete(folder: string, before: Manifest | undefined, now: Manifest): void {
  const gone = Object.keys(before?.files ?? {}).filter((path) => !(path in now.files));
  for (const path of gone) removeFile(folder, path);
}

/**
 * Removes the builds under `out` whose release is none of `ids` and whose source none of `unread`, the files of which
 * nobody can tell the name now; returns their ids. Files that no manifest names stay.
 */
export function removeOrphans(out: string, ids: ReadonlySet<string>, unread: ReadonlySet<string>): string[] {
  const folders = entriesOf(out).filter((entry) => entry.isDirectory() && !ids.has(entry.name));
  return folders.flatMap(({ name }) => {
    const folder = join(out, name);
    const manifest = readManifest(folder);
    if (manifest === undefined || unread.has(manifest.source)) return [];
    for (const path of [...Object.keys(manifest.files), manifestName]) removeFile(folder, path);
    unlessItFails(() => rmdirSync(folder));
    return [name];
  });
}

/** Removes a file and the folders inside `folder` that it leaves empty. */
function removeFile(folder: string, path: string): void {
  unlessItFails(() => rmSync(join(folder, path), { force: true }));
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    unlessItFails(() => rmdirSync(join(folder, parent)));
  }
}

/** Temporary files that a killed process left. */
function removeLeftovers(folder: string): void {
  for (const { name } of entriesOf(folder)) {
    if (temporaryName.test(name) && !isRunning(Number(name.slice(1).split('-')[0]))) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function unlessItFails(act: () => void): void {
  try {
    act();
  } catch {
    // What cannot be removed is left: nothing depends on its absence.
  }
}
