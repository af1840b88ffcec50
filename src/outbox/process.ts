// Who this process is, in words that hold across machines, containers and reboots. I/O.
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
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
