// Writes what was built: whole files or none, only what changed, and nothing of a release that is gone. I/O.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemErrorCode, UserFailure } from '../failure.ts';
import { type Manifest, manifestName, sha256 } from './manifest.ts';

const temporaryName = /^\.[0-9]+-[0-9a-f]+\.tmp$/;

/** Writes `bytes` beside `path`, then renames: a reader sees the old file or the new one, never half of it. */
export async function writeAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, bytes).catch(async (error: unknown) => {
      if (systemErrorCode(error) !== 'ENOENT') throw error;
      await mkdir(folder, { recursive: true });
      await writeFile(temporary, bytes);
    });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeFailure(path, error);
  }
}

function writeFailure(path: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new UserFailure(
    { fr: `Impossible d’écrire ${path} (${code}).`, en: `Cannot write ${path} (${code}).` },
    {
      cause,
      exitCode: 1,
      remedy: full
        ? { fr: 'Le disque est plein : libérez de la place.', en: 'The disk is full: free some space.' }
        : {
            fr: 'Vérifiez les droits du dossier, ou choisissez-en un autre avec `--out`.',
            en: 'Check the folder’s permissions, or choose another with `--out`.',
          },
    },
  );
}

/** The manifest of a build folder; undefined when there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Manifest;
    return manifest.schema === 1 ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Looks up whether a file of the build stands in `folder` with the size it had. */
export async function filesPresent(
  folder: string,
  manifest: Manifest | undefined,
): Promise<(path: string, size: number) => boolean> {
  const paths = Object.keys(manifest?.files ?? {});
  const sizes = await Promise.all(paths.map((path) => sizeOf(join(folder, path))));
  const found = new Map(paths.map((path, index) => [path, sizes[index]]));
  return (path, size) => found.get(path) === size;
}

/** Writes the files that differ from what stands in `folder`; returns the paths written. */
export async function writeChanged(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  before: Manifest | undefined,
): Promise<string[]> {
  await removeLeftovers(folder);
  const written: string[] = [];
  for (const [path, bytes] of files) {
    const known = before?.files[path];
    const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
    const same = known?.sha256 === sha256(bytes) && (await sizeOf(join(folder, path))) === size;
    if (same) continue;
    await writeAtomically(join(folder, path), bytes);
    written.push(path);
  }
  return written;
}

/** Size in bytes; undefined when the file is not there. */
const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (found) => found.size,
    () => undefined,
  );

/** Removes files of the build that the new manifest no longer names. */
export async function removeObsolete(
  folder: string,
  before: Manifest | undefined,
  now: Manifest,
): Promise<void> {
  const gone = Object.keys(before?.files ?? {}).filter((path) => !(path in now.files));
  for (const path of gone) await removeFile(folder, path);
}

/** Removes the builds under `out` whose release is none of `ids`; returns their ids. Files that no manifest names stay. */
export async function removeOrphans(out: string, ids: ReadonlySet<string>): Promise<string[]> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  const removed: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || ids.has(entry.name)) continue;
    const folder = join(out, entry.name);
    const manifest = await readManifest(folder);
    if (manifest === undefined) continue;
    for (const path of [...Object.keys(manifest.files), manifestName]) await removeFile(folder, path);
    await rmdir(folder).catch(() => undefined);
    removed.push(entry.name);
  }
  return removed;
}

/** Removes a file and the folders inside `folder` that it leaves empty. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    await rmdir(join(folder, parent)).catch(() => undefined);
  }
}

/** Temporary files that a killed process left. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (temporaryName.test(name) && !isRunning(Number(name.slice(1).split('-')[0]))) {
      await rm(join(folder, name), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
