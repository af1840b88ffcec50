// The ledger file: opens it or says why not, and commits writes in durable groups. The tables' own files hold the rest of the SQL.
import { createSecretKey, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { systemErrorCode } from '../failure.ts';
import { refusal } from './ledger-refusal.ts';
import { applicationId, migrations } from './ledger-schema.ts';
import { createSeal, readSeal, type Seal, writeSeal } from './ledger-seal.ts';

export interface Ledger {
  /** Keys the hashes of addresses; never leaves this machine. */
  readonly secret: KeyObject;
  /** The prepared statement of `sql`, made once. */
  sql(sql: string): StatementSync;
  /** Runs `work` in a transaction of its own, durable on return. */
  transact<T>(work: () => T): T;
  /** Runs `work` with all others of this turn of the event loop in one transaction; resolves once that is durable. */
  write<T>(work: () => T): Promise<T>;
  /** Notes that this ledger has moved on, so that an older copy put back in its place is noticed. */
  advance(): void;
  close(): void;
}

/** File systems (statfs magic numbers) where SQLite's WAL cannot work: several machines may see the file. */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9p'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
]);

/** Whether a workspace has, or had, a ledger. */
export const hasLedger = (folder: string): boolean =>
  ['ledger.db', 'ledger.seal'].some((file) => existsSync(join(folder, file)));

/**
 * Opens the ledger of a workspace, making it on first use.
 * @param folder The workspace's `.release/`.
 * @throws UserFailure for a ledger that is damaged, truncated, missing although one was here, older than the last one
 * seen, from a newer version, on a network file system, or where this user may not write. Such a ledger is never taken
 * for an empty one.
 */
export function openLedger(
  folder: string,
  fileSystemType = (path: string): number => statfsSync(path).type,
): Ledger {
  try {
    return openIn(folder, fileSystemType);
  } catch (error) {
    throw isDenied(error) ? refusal.denied(folder, error) : error;
  }
}

function openIn(folder: string, fileSystemType: (path: string) => number): Ledger {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'ledger.db');
  const network = networkFileSystems.get(fileSystemType(folder) >>> 0);
  if (network !== undefined || folder.startsWith('\\\\')) throw refusal.network(path, network ?? 'SMB');
  const seal = readSeal(folder);
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size === 0 && seal !== undefined) throw refusal.missing(path);
  if (size > 0) refuseForeignHeader(path);

  // It names people: for its owner only, and so are the files that SQLite puts beside it.
  if (size === 0) closeSync(openSync(path, 'a', 0o600));
  const db = new DatabaseSync(path, { timeout: 10_000, enableForeignKeyConstraints: true });
  try {
    const sealed = prepareDatabase(db, path, folder, seal);
    return serveLedger(db, folder, sealed);
  } catch (error) {
    db.close();
    throw isDamage(error) ? refusal.damaged(path, error) : error;
  }
}

const isDamage = (error: unknown): boolean =>
  systemErrorCode(error) === 'ERR_SQLITE_ERROR' &&
  error instanceof Error &&
  /malformed|not a database|corrupt|disk I\/O/i.test(error.message);

const isDenied = (error: unknown): boolean =>
  /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EEXIST|ENOTDIR)$/.test(systemErrorCode(error) ?? '') ||
  (systemErrorCode(error) === 'ERR_SQLITE_ERROR' &&
    error instanceof Error &&
    /readonly database|unable to open database|disk is full/i.test(error.message));

const isLocked = (error: unknown): boolean =>
  systemErrorCode(error) === 'ERR_SQLITE_ERROR' && error instanceof Error && /is locked/.test(error.message);

function refuseForeignHeader(path: string): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, 100, 0);
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw refusal.damaged(path);
}

const pragma = (db: DatabaseSync, name: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];

/** Checks and migrates; returns the seal, made now for a new ledger. */
function prepareDatabase(db: DatabaseSync, path: string, folder: string, seal: Seal | undefined): Seal {
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16000',
  );
  const version = Number(pragma(db, 'user_version'));
  if (version > 0 && pragma(db, 'application_id') !== applicationId) throw refusal.damaged(path);
  if (version === 0 && seal !== undefined) throw refusal.missing(path);
  if (version > migrations.length) throw refusal.newer(path, version, migrations.length);
  if (version > 0 && pragma(db, 'quick_check(1)') !== 'ok') throw refusal.damaged(path);
  migrate(db);

  const meta = (name: string): string | undefined =>
    db.prepare('SELECT value FROM meta WHERE name = ?').get(name)?.value as string | undefined;
  const epoch = Number(meta('epoch') ?? 0);
  if (seal === undefined) {
    if (epoch > 0) throw refusal.unsealed(path);
    const made = createSeal(folder);
    db.prepare("INSERT OR REPLACE INTO meta VALUES ('id', ?), ('epoch', '0')").run(made.id);
    return made;
  }
  // A crash between the making of the seal and of this row leaves a ledger without id and without content.
  if (meta('id') === undefined && epoch === 0) db.prepare("INSERT INTO meta VALUES ('id', ?)").run(seal.id);
  else if (meta('id') !== seal.id) throw refusal.stranger(path);
  if (epoch < seal.epoch) throw refusal.older(path);
  return seal;
}

/** Applies what is missing, in one transaction; a second process waits, then finds nothing to do. */
function migrate(db: DatabaseSync): void {
  if (Number(pragma(db, 'user_version')) === migrations.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of migrations.slice(Number(pragma(db, 'user_version')))) db.exec(step);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

interface Waiting {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function serveLedger(db: DatabaseSync, folder: string, seal: Seal): Ledger {
  const statements = new Map<string, StatementSync>();
  let waiting: Waiting[] = [];

  const sql = (text: string): StatementSync => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const made = db.prepare(text);
    statements.set(text, made);
    return made;
  };
  const transact = <T>(work: () => T): T => {
    sql('BEGIN IMMEDIATE').run();
    try {
      const value = work();
      sql('COMMIT').run();
      return value;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw isLocked(error) ? refusal.locked(error) : error;
    }
  };
  let pauseMs = 0;
  /** A disk that flushes slowly gets larger groups: at most half of the time goes into waiting for it. */
  const schedule = (): void => {
    if (pauseMs < 1) setImmediate(flush);
    else setTimeout(flush, Math.min(pauseMs, 20));
  };
  /** One member's failure fails the group: what it holds is then not durable, and nobody may believe it is. */
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const started = performance.now();
    try {
      const values = transact(() => group.map((member) => member.run()));
      pauseMs = performance.now() - started;
      for (const [index, member] of group.entries()) member.resolve(values[index]);
    } catch (error) {
      for (const member of group) member.reject(error);
    }
  };
  return {
    secret: createSecretKey(seal.secret),
    sql,
    transact,
    write: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) schedule();
        waiting.push({ run: work, resolve: resolve as (value: unknown) => void, reject });
      }),
    advance: () => {
      const row = sql(
        "UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = 'epoch' RETURNING value",
      ).get();
      writeSeal(folder, Number(row?.value));
    },
    close: () => {
      flush();
      db.close();
    },
  };
}
