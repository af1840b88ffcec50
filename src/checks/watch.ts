// Notices when files are saved. I/O.
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors save in several steps; this long after the last one the file is whole. */
const settleMs = 80;

export interface Watch {
  /** Resolves at the first change since the last call, or when the signal aborts. */
  next(): Promise<void>;
  close(): void;
}

/** Watches folders and files of the workspace from now on, so that a save during a check is not missed. */
export function watchPaths(root: string, paths: readonly string[], signal: AbortSignal): Watch {
  let changed = false;
  let wake = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    changed = true;
    wake();
  };
  const watchers = paths
    .map((path) => join(root, path))
    .filter((path) => existsSync(path))
    .map((path) =>
      watch(path, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(settle, settleMs);
      }),
    );
  signal.addEventListener('abort', settle, { once: true });
  return {
    async next() {
      if (!changed && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      changed = false;
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
