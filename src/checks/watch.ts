// Notices when files are saved. I/O.
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors save in several steps; this long after the last one the file is whole. */
const settleMs = 80;

export interface Watch {
  /** Resolves at the first change since the last call, or when the signal aborts. */
  next(): Promise<void>;
  close(): void;
}

/**
 * Watches folders with all below them, and files, of the workspace from now on, so that a save during a check is not
 * missed. Each folder is watched rather than its files: a save that puts a new file in the place of the old one leaves
 * whoever watches the old one deaf.
 */
export function watchPaths(root: string, paths: readonly string[], signal: AbortSignal): Watch {
  let changed = false;
  let wake = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];
  const notice = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, settleMs);
  };
  // Anew after each change: folders come and go.
  const listen = (): void => {
    const before = watchers;
    const below = paths.flatMap((path) => foldersIn(join(root, path)));
    watchers = [
      ...below.flatMap((folder) => watchIfThere(folder, notice)),
      watch(root, (_event, name) => {
        if (name === null || paths.includes(name)) notice();
      }),
    ];
    for (const watcher of watchers) watcher.on('error', () => undefined);
    for (const watcher of before) watcher.close();
  };
  const settle = (): void => {
    if (!signal.aborted) listen();
    changed = true;
    wake();
  };
  listen();
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

/** A folder and all folders below it; none where there is no folder. */
function foldersIn(path: string): readonly string[] {
  try {
    const inside = readdirSync(path, { withFileTypes: true, recursive: true });
    return [
      path,
      ...inside.flatMap((entry) => (entry.isDirectory() ? join(entry.parentPath, entry.name) : [])),
    ];
  } catch {
    return [];
  }
}

/** What has gone since it was listed is told of by the folder it was in. */
function watchIfThere(folder: string, notice: () => void): readonly FSWatcher[] {
  try {
    return [watch(folder, notice)];
  } catch {
    return [];
  }
}
