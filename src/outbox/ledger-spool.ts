// A spool: plain values by key on disk instead of in memory, so that a list of 200,000 weighs no more than one of 1,000.
import { DatabaseSync } from 'node:sqlite';
import { refusal } from './ledger-refusal.ts';

/** Like a `Map` of JSON values; its values come in the order in which their keys were first set. */
export interface Spool<T> extends Disposable {
  get(key: string): T | undefined;
  /** Refuses when the disk of temporary files is full. */
  set(key: string, value: T): void;
  /** Read from disk anew each time. */
  entries(): IterableIterator<readonly [string, T]>;
}

/** `SQLITE_FULL`, or an `SQLITE_IOERR` of any kind. */
const isDiskTrouble = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && [10, 13].includes(Number(error.errcode) & 0xff);

/** Lasts until it is disposed of, or its process ends, whichever way that happens. */
export function openSpool<T>(): Spool<T> {
  // A database without a name is a private file among the system's temporary ones, which SQLite deletes by itself.
  const db = new DatabaseSync('');
  db.exec(`
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE spool (place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;
    BEGIN`);
  const find = db.prepare('SELECT value FROM spool WHERE key = ?');
  const put = db.prepare(
    'INSERT INTO spool (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    get: (key) => {
      const row = find.get(key);
      return row === undefined ? undefined : (JSON.parse(String(row.value)) as T);
    },
    set: (key, value) => {
      try {
        put.run(key, JSON.stringify(value));
      } catch (error) {
        throw isDiskTrouble(error) ? refusal.noRoom(error) : error;
      }
    },
    *entries() {
      const rows = db.prepare('SELECT key, value FROM spool ORDER BY place').iterate();
      for (const { key, value } of rows) yield [String(key), JSON.parse(String(value)) as T];
    },
    [Symbol.dispose]: () => db.close(),
  };
}
