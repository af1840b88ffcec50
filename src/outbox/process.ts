// Who this process is, in words that hold across machines, containers and reboots, and whether another one still lives.  I/O.
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { Process } from './ledger-lease.ts';

const read = (get: () => string): string => {
  try {
    return get().trim();
  } catch {
    return '';
  }
};

/**
 * @param who The user of the operating system.
 * The host carries the process-id namespace, since two containers of one machine may both have a process 7. The boot is
 * empty where the system does not tell it: then only the lease says that a process is gone.
 */
export const currentProcess = (who: string): Process => ({
  host: `${hostname()}/${read(() => readlinkSync('/proc/self/ns/pid'))}`,
  boot: read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
  pid: process.pid,
  who,
});

/** Signal 0 asks without disturbing. A process of another user answers EPERM: it lives. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Keeps the memory of a long run as small as that of a short one: each recipient and each message lives for
 * milliseconds, and V8 would rather let tens of megabytes of them gather than tidy up more often.
 */
export const keepMemoryFlat = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
};
