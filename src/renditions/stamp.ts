// Stamp: sizes and times of everything a build read and wrote, so that one with nothing to do ends before it reads. I/O.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemErrorCode } from '../failure.ts';
import { type Finding, isFinding } from '../finding.ts';
import { filesIn } from '../folder.ts';

type Look = readonly [size: number, mtimeMs: number] | null;

/** What stood where before a build read it; null for a file that was not there. */
export type Looks = Readonly<Record<string, Look>>;

/** What stands built, and what was said of it then, which still holds. */
export interface StandingBuild {
  readonly releases: number;
  readonly findings: readonly Finding[];
}

interface Stamp extends StandingBuild {
  /** What was asked, and by which release. */
  readonly key: string;
  /** Milliseconds since the epoch, before anything was read: a younger input may have changed while it was. */
  readonly taken: number;
  /** Folders whose every file is an input, relative to the workspace. */
  readonly folders: readonly string[];
  readonly inputs: Looks;
  readonly outputs: Looks;
}

/** What stands built, when nothing at all has changed since the stamp for `key` was written; else undefined. */
export function unchangedSince(root: string, path: string, key: string): StandingBuild | undefined {
  const stamp = readStamp(join(root, path));
  if (stamp?.key !== key) return undefined;
  for (const folder of stamp.folders) {
    for (const file of namesIn(root, folder)) if (!(file in stamp.inputs)) return undefined;
  }
  const same = (file: string, before: Look, limit: number): boolean => {
    const now = look(join(root, file));
    if (now === null || before === null) return now === before;
    return now[0] === before[0] && now[1] === before[1] && now[1] < limit;
  };
  for (const file in stamp.inputs) if (!same(file, stamp.inputs[file] ?? null, stamp.taken)) return undefined;
  for (const file in stamp.outputs) {
    if (!same(file, stamp.outputs[file] ?? null, Number.POSITIVE_INFINITY)) return undefined;
  }
  return stamp;
}

/** Looks at every file of `folders` and at `files`, to be taken before any is read. Paths are relative to the workspace. */
export function lookAt(root: string, folders: readonly string[], files: readonly string[]): Looks {
  const all = [...folders.flatMap((folder) => namesIn(root, folder)), ...files];
  return Object.fromEntries(all.map((file) => [file, look(join(root, file))]));
}

/** Remembers a build that ended well; where nothing can be written, the next one looks at everything again. */
export function writeStamp(root: string, path: string, stamp: Stamp): void {
  const target = join(root, path);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, JSON.stringify(stamp));
    renameSync(temporary, target);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    if (existsSync(temporary)) rmSync(temporary);
  }
}

function isStamp(value: unknown): value is Stamp {
  const { releases, findings, folders, inputs, outputs } = (value ?? {}) as Partial<Stamp>;
  return (
    typeof releases === 'number' &&
    Array.isArray(folders) &&
    [inputs, outputs].every((looks) => typeof looks === 'object' && looks !== null) &&
    Array.isArray(findings) &&
    findings.every(isFinding)
  );
}

function readStamp(path: string): Stamp | undefined {
  try {
    const stamp: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isStamp(stamp) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

function look(path: string): [number, number] | null {
  try {
    const { size, mtimeMs } = statSync(path);
    return [size, mtimeMs];
  } catch {
    return null;
  }
}

/** Those of a folder that cannot be read are for the build to tell. */
function namesIn(root: string, folder: string): string[] {
  try {
    return filesIn(join(root, folder)).map((path) => `${folder}/${path}`);
  } catch {
    return [];
  }
}
