// Waits for files to be saved. I/O.
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors save in several steps; this long after the last one the file is whole. */
const settleMs = 80;

/** Resolves once something under `folders` (or one of the files among them) has changed and come to rest, or `signal` aborts. */
export function nextChange(root: string, paths: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const watchers = paths
      .map((path) => join(root, path))
      .filter((path) => existsSync(path))
      .map((path) => watch(path, { recursive: true, persistent: true }));
    const stop = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      signal.removeEventListener('abort', end);
    };
    const end = (): void => {
      stop();
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
    for (const watcher of watchers) {
      watcher.on('change', () => {
        clearTimeout(timer);
        timer = setTimeout(end, settleMs);
      });
      watcher.on('error', (error) => {
        stop();
        reject(error);
      });
    }
    if (signal.aborted) end();
  });
}
