// A ledger is opened whole or not at all; a damaged or missing one is never taken for an empty one.
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { encodeVariant } from '../../src/outbox/compose.ts';
import { openLedger } from '../../src/outbox/ledger.ts';
import { claimDeliveries, recordDot, settleDelivery } from '../../src/outbox/ledger-delivery.ts';
import { freezeDispatch } from '../../src/outbox/ledger-dispatch.ts';
import { writeAudit } from '../../src/outbox/ledger-history.ts';
import { endRun, startRun } from '../../src/outbox/ledger-lease.ts';
import { erasePerson, readPerson } from '../../src/outbox/ledger-person.ts';
import { addSuppressions, suppressionReasons } from '../../src/outbox/ledger-suppression.ts';
import { suppressionKey } from '../../src/outbox/suppression.ts';
import { draft, frozenDispatch, rowFor, rowsOf } from './faults/harness.ts';

const refusals: readonly [string, (folder: string) => void, RegExp][] = [
  ['deleted', (folder) => removeDatabase(folder), /missing or empty/],
  [
    'emptied',
    (folder) => {
      removeDatabase(folder);
      writeFileSync(join(folder, 'ledger.db'), '');
    },
    /missing or empty/,
  ],
  [
    'truncated',
    (folder) =>
      truncateSync(join(folder, 'ledger.db'), Math.floor(statSync(join(folder, 'ledger.db')).size / 2)),
    /damaged or truncated/,
  ],
  [
    'overwritten',
    (folder) => {
      removeDatabase(folder);
      writeFileSync(join(folder, 'ledger.db'), 'not a database at all');
    },
    /damaged or truncated/,
  ],
  ['corrupted inside', (folder) => corrupt(join(folder, 'ledger.db')), /damaged or truncated/],
  [
    'another SQLite file',
    (folder) => replaceByForeign(join(folder, 'ledger.db')),
    /damaged or truncated|missing/,
  ],
  [
    'from a newer version',
    (folder) => change(folder, 'PRAGMA user_version = 99'),
    /written by a newer release/,
  ],
  [
    'that of another workspace',
    (folder) => change(folder, "UPDATE meta SET value = 'x' WHERE name = 'id'"),
    /not the one of this workspace/,
  ],
  ['without its seal', (folder) => rmSync(join(folder, 'ledger.seal')), /seal .* is missing/],
  [
    'beside a broken seal',
    (folder) => writeFileSync(join(folder, 'ledger.seal'), '{'),
    /seal .* cannot be read/,
  ],
];

test.for(refusals)('a ledger that is %s is refused with advice', ([, spoil, message]) => {
  using bench = frozenDispatch(50);
  spoil(bench.folder);
  expect(() => openLedger(bench.folder)).toThrow(message);
  expect(() => openLedger(bench.folder)).toThrow(message);
});

test('an older copy put back is noticed', () => {
  using bench = frozenDispatch(3);
  const backup = mkdtempSync(join(tmpdir(), 'release-backup-'));
  cpSync(bench.folder, backup, { recursive: true });
  const ledger = openLedger(bench.folder);
  addSuppressions(ledger, [
    { key: new Uint8Array(16), address: null, reason: 'opt-out', source: 'test', at: 1 },
  ]);
  ledger.close();
  copyFileSync(join(backup, 'ledger.db'), join(bench.folder, 'ledger.db'));
  rmSync(backup, { recursive: true });
  expect(() => openLedger(bench.folder)).toThrow(/old copy/);
});

test('a network file system is refused', () => {
  using bench = frozenDispatch(1);
  expect(() => openLedger(bench.folder, () => 0x6969)).toThrow(/network share \(NFS\)/);
});

test('the seal is readable by its owner only', () => {
  using bench = frozenDispatch(1);
  expect(statSync(join(bench.folder, 'ledger.seal')).mode & 0o777).toBe(0o600);
});

test('commits are flushed in full, in a write-ahead log', () => {
  using bench = frozenDispatch(1);
  const ledger = openLedger(bench.folder);
  expect(ledger.sql('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(ledger.sql('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  ledger.close();
});

test('nobody is queued twice for one release, whichever dispatch names them', () => {
  using bench = frozenDispatch(3);
  const ledger = openLedger(bench.folder);
  const again = { ...frozen, rows: [rowFor(ledger.secret, 'j2@example.org')] };
  expect(() => freezeDispatch(ledger, again, 1)).toThrow(/has just begun/);
  ledger.close();
});

const frozen = {
  slug: '2020-11-25-acces-aux-droits',
  kind: 'real',
  planHash: 'p',
  contentHash: 'c',
  summary: {},
  notBefore: null,
  notAfter: null,
  variants: [encodeVariant(draft)],
} as const;

const self = { host: 'h', boot: 'b', pid: 1, who: 'a' };
const lease = { now: 1_000, leaseMs: 30_000, self, isAlive: () => true };
const lanes = { names: [''], limits: {} };
const accepted = {
  outcome: 'accepted',
  reason: 'accepted',
  code: 250,
  enhanced: null,
  text: null,
  queueId: null,
} as const;

test('the dot is refused to whoever opted out since the claim', () => {
  using bench = frozenDispatch(2);
  const ledger = openLedger(bench.folder);
  const run = startRun(ledger, bench.dispatch, lease, 'alone');
  const [claim] = claimDeliveries(ledger, run, lanes, 1, 2_000);
  const key = suppressionKey(ledger.secret, 'j1@example.org');
  addSuppressions(ledger, [{ key, address: 'j1@example.org', reason: 'opt-out', source: 'test', at: 1 }]);
  expect(recordDot(ledger, run, claim?.id ?? 0, 3_000)).toBe(false);
  ledger.close();
  expect(rowsOf(bench)[0]).toMatchObject({ state: 'suppressed', reason: 'opt-out' });
});

test('the dot is refused before its time, and granted after', () => {
  using bench = frozenDispatch(1, { notBefore: 10_000 });
  const ledger = openLedger(bench.folder);
  const run = startRun(ledger, bench.dispatch, lease, 'alone');
  expect(claimDeliveries(ledger, run, lanes, 1, 9_999)).toEqual([]);
  const [claim] = claimDeliveries(ledger, run, lanes, 1, 10_000);
  expect(recordDot(ledger, run, claim?.id ?? 0, 9_999)).toBe(false);
  expect(recordDot(ledger, run, claim?.id ?? 0, 10_000)).toBe(true);
  ledger.close();
});

test('a run past its lease is fenced: no claim, no dot, but what it learns of its own dot still counts', () => {
  using bench = frozenDispatch(3);
  const ledger = openLedger(bench.folder);
  const frozenRun = startRun(ledger, bench.dispatch, lease, 'alone');
  const [first, second] = claimDeliveries(ledger, frozenRun, lanes, 2, 2_000);
  expect(recordDot(ledger, frozenRun, first?.id ?? 0, 2_000)).toBe(true);
  const other = { ...lease, now: 40_000, self: { ...self, pid: 2 } };
  startRun(ledger, bench.dispatch, other, 'alone');
  expect(rowsOf(bench).map(({ state }) => state)).toEqual(['unknown', 'queued', 'queued']);
  expect(recordDot(ledger, frozenRun, second?.id ?? 0, 41_000)).toBe(false);
  expect(claimDeliveries(ledger, frozenRun, lanes, 1, 41_000)).toEqual([]);
  expect(settleDelivery(ledger, frozenRun, first?.id ?? 0, accepted, 41_000, 0)).toBe(true);
  expect(rowsOf(bench)[0]?.state).toBe('accepted');
  ledger.close();
});

test('a second process is told who is at work', () => {
  using bench = frozenDispatch(1);
  const ledger = openLedger(bench.folder);
  startRun(ledger, bench.dispatch, lease, 'alone');
  const other = { ...lease, self: { ...self, pid: 2 } };
  expect(() => startRun(ledger, bench.dispatch, other, 'alone')).toThrow(/a, process 1 on h/);
  expect(startRun(ledger, bench.dispatch, other, 'join').id).toBe(2);
  ledger.close();
});

test('the process of an earlier boot is known to be gone, that of another host only by its lease', () => {
  using bench = frozenDispatch(1);
  const ledger = openLedger(bench.folder);
  startRun(ledger, bench.dispatch, lease, 'alone');
  const rebooted = { ...lease, self: { ...self, boot: 'later' } };
  const run = startRun(ledger, bench.dispatch, rebooted, 'alone');
  endRun(ledger, run, 2_000);
  startRun(ledger, bench.dispatch, { ...lease, self: { ...self, host: 'elsewhere' } }, 'alone');
  expect(() => startRun(ledger, bench.dispatch, lease, 'alone')).toThrow(/elsewhere/);
  ledger.close();
});

test('a group of writes is durable together, and fails together', async () => {
  using bench = frozenDispatch(1);
  const ledger = openLedger(bench.folder);
  const first = ledger.write(() => ledger.sql("INSERT INTO meta VALUES ('a', '1')").run());
  const second = ledger.write(() => {
    throw new Error('no');
  });
  await expect(first).rejects.toThrow('no');
  await expect(second).rejects.toThrow('no');
  expect(ledger.sql("SELECT 1 FROM meta WHERE name = 'a'").get()).toBeUndefined();
  ledger.close();
});

test('audit, events and deliveries cannot be rewritten', () => {
  using bench = frozenDispatch(1);
  const ledger = openLedger(bench.folder);
  writeAudit(ledger, { at: 1, who: 'a', act: 'send', dispatch: 'd', planHash: 'p', detail: '' });
  expect(() => ledger.sql("UPDATE audit SET who = 'b'").run()).toThrow(/final/);
  expect(() => ledger.sql('DELETE FROM audit').run()).toThrow(/kept/);
  expect(() => ledger.sql('DELETE FROM delivery').run()).toThrow(/kept/);
  ledger.close();
});

test('an erased person leaves no octet behind but the keyed hash that stops every list', () => {
  using bench = frozenDispatch(3);
  const ledger = openLedger(bench.folder);
  const key = suppressionKey(ledger.secret, 'j2@example.org');
  expect(readPerson(ledger, key).deliveries).toHaveLength(1);
  expect(erasePerson(ledger, key, 5_000)).toBe(1);
  expect(readPerson(ledger, key)).toMatchObject({ deliveries: [], suppression: { address: null } });
  expect(suppressionReasons(ledger).get(Buffer.from(key).toString('hex'))).toBe('erasure');
  ledger.close();
  expect(readFileSync(join(bench.folder, 'ledger.db')).includes('j2@example.org')).toBe(false);
  expect(rowsOf(bench)[1]).toMatchObject({ state: 'suppressed', address: null });
});

function removeDatabase(folder: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `ledger.db${end}`), { force: true });
}

function change(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, 'ledger.db'));
  db.exec(sql);
  db.close();
}

/** Zeroes pages in the middle of the file, as a bad disk would. */
function corrupt(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096 * 3, 4096 * 9);
  writeFileSync(path, bytes);
}

function replaceByForeign(path: string): void {
  rmSync(path);
  const db = new DatabaseSync(path);
  db.exec('CREATE TABLE t (a); PRAGMA user_version = 1');
  db.close();
}
