// The folder where a browser keeps its cache while it prints. I/O.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../running.ts';

/** Makes one; those of builds that were killed before they could remove their own go meanwhile. */
export async function makeProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), `release-browser-${process.pid}-`));
  void removeOrphans();
  return profile;
}

/** Tried again while the last processes of a browser that crashed still end. */
export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);

async function removeOrphans(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const [, pid] = /^release-browser-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await removeProfile(join(tmpdir(), name));
  }
}
