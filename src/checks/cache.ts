// Remembers what a check found, by the content of the file and of everything it was judged by. I/O.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemErrorCode } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { Release } from '../release/release.ts';

/** What a release is called; null where the file cannot be read as one. */
export type Name = Pick<Release, 'file' | 'id' | 'slug' | 'language' | 'title'> | null;

/** Size and time of a file that was looked at; null where there was none. */
type Look = readonly [size: number, mtimeMs: number] | null;

interface Entry {
  /** Of the text, and of the releases it answers to. */
  readonly hash: string;
  /** Images and attachments that were looked at. */
  readonly looks: Readonly<Record<string, Look>>;
  readonly name: Name;
  readonly findings: readonly Finding[];
}

export interface Cache {
  find(file: string, hash: string): Pick<Entry, 'name' | 'findings'> | undefined;
  keep(file: string, hash: string, media: readonly string[], found: Pick<Entry, 'name' | 'findings'>): void;
  save(): void;
}

export const hashOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
};

/** `key` stands for the version, the rules, the settings, the brand and the day: under another one, nothing is remembered. */
export function openCache(root: string, key: string): Cache {
  const path = join(root, '.release/cache/check.json');
  const before = readEntries(path, key);
  const entries = new Map<string, Entry>();
  let isNew = false;
  return {
    find(file, hash) {
      const entry = before.get(file);
      if (entry?.hash !== hash) return undefined;
      const same = Object.entries(entry.looks).every(([name, look]) => sameLook(look, lookAt(root, name)));
      if (!same) return undefined;
      entries.set(file, entry);
      return entry;
    },
    keep(file, hash, media, { name, findings }) {
      const looks = Object.fromEntries(media.map((name) => [name, lookAt(root, name)]));
      entries.set(file, { hash, looks, name, findings });
      isNew = true;
    },
    save() {
      if (!isNew) return;
      const temporary = `${path}.${process.pid}.tmp`;
      // What this run did not ask for is kept: checking one file must not forget the others.
      const all = Object.fromEntries([...before, ...entries]);
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(temporary, JSON.stringify({ key, entries: all }));
        renameSync(temporary, path);
      } catch (error) {
        // Where nothing can be written, nothing is remembered.
        if (systemErrorCode(error) === undefined) throw error;
      }
    },
  };
}

/** A cache that is broken or of another key is no cache. */
function readEntries(path: string, key: string): ReadonlyMap<string, Entry> {
  try {
    const data = JSON.parse(readFileSync(path, 'utf8')) as { key?: string; entries?: Record<string, Entry> };
    return new Map(data.key === key ? Object.entries(data.entries ?? {}) : []);
  } catch {
    return new Map();
  }
}

function lookAt(root: string, path: string): Look {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return stats === undefined ? null : [stats.size, stats.mtimeMs];
}

const sameLook = (a: Look, b: Look): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];
