// The folder in which a browser keeps its profile and its temporary files, so that nothing of it stays. I/O.
import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemErrorCode, UserFailure } from '../failure.ts';
import { isRunning } from '../running.ts';

export interface BrowserFolder {
  /** Flags and environment of a browser that is to write there and nowhere else. */
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Made for one browser of this process; those of processes that were killed are removed first. */
export function makeBrowserFolder(): BrowserFolder {
  const prefix = `release-browser-${processTable()}-`;
  removeAbandoned(prefix);
  const folder = makeFolder(join(tmpdir(), `${prefix}${process.pid}-`));
  return {
    flags: [`--user-data-dir=${join(folder, 'profile')}`],
    env: fitsSocket(folder) ? { TMPDIR: folder, TEMP: folder, TMP: folder } : {},
    // Tried again while the last processes of a browser that crashed still end.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10 }).catch(() => {}),
  };
}

function makeFolder(start: string): string {
  try {
    return mkdtempSync(start);
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (code === undefined) throw cause;
    throw new UserFailure(
      {
        fr: `Le navigateur n’a pas de dossier temporaire : ${tmpdir()} ne peut pas être écrit (${code}).`,
        en: `The browser has no temporary folder: ${tmpdir()} cannot be written (${code}).`,
      },
      {
        cause,
        exitCode: 1,
        remedy: {
          fr: 'Libérez-y de la place, ou donnez un autre dossier dans TMPDIR.',
          en: 'Free some space there, or give another folder in TMPDIR.',
        },
      },
    );
  }
}

/** Only folders of this user, named for a process of this very machine or container that has ended. */
function removeAbandoned(prefix: string): void {
  for (const name of list(tmpdir())) {
    const [, pid] = name.startsWith(prefix) ? (/^(\d+)-\w+$/.exec(name.slice(prefix.length)) ?? []) : [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    try {
      const found = lstatSync(folder);
      if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) continue;
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // What cannot be removed is left: nothing depends on its absence.
    }
  }
}

/** Names the machine, and the container, within which process ids mean something. */
function processTable(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: one table a machine.
  }
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 6);
}

/** Chromium keeps a socket among its temporary files; a path longer than `sun_path` of the system takes none. */
const fitsSocket = (folder: string): boolean =>
  Buffer.byteLength(join(folder, 'org.chromium.Chromium.XXXXXX/SingletonSocket')) <=
  (process.platform === 'linux' ? 107 : 103);

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
