// What a test started and may have left behind.
import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes whose environment holds `text`. Linux only: elsewhere none. */
export function processesWith(text: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
}
