// Several processes, frozen ones, failing disks, jumping clocks: still nobody gets two and nobody is lost.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/outbox/ledger.ts';
import { addSuppressions } from '../../src/outbox/ledger-suppression.ts';
import { suppressionKey } from '../../src/outbox/suppression.ts';
import {
  brokenPromises,
  frozenDispatch,
  logOf,
  rowsOf,
  send,
  startSender,
  startSink,
  storedAt,
} from './faults/harness.ts';
import { deliverHere, fakeClock } from './faults/inprocess.ts';

const countOf = (bench: Parameters<typeof rowsOf>[0], state: string): number =>
  rowsOf(bench).filter((row) => row.state === state).length;

test('of two senders at once the second names the owner and leaves', async () => {
  using bench = frozenDispatch(150);
  await using sink = await startSink(bench, { delayMs: 4 });
  const first = startSender(bench, sink.port);
  await first.begun;
  const second = await send(bench, sink.port);
  expect(second.ending).toMatchObject({ why: 'refused' });
  expect(String(second.ending?.message)).toContain(`process ${first.child.pid}`);
  expect((await first.done).ending).toEqual({ why: 'done' });
  expect(countOf(bench, 'accepted')).toBe(150);
  expect(brokenPromises(bench)).toEqual([]);
});

test('three senders that join share the work, each recipient once', async () => {
  using bench = frozenDispatch(300);
  await using sink = await startSink(bench, { delayMs: 3 });
  const endings = await Promise.all([1, 2, 3].map(() => send(bench, sink.port, { join: true })));
  expect(endings.map(({ ending }) => ending?.why)).toEqual(['done', 'done', 'done']);
  expect(countOf(bench, 'accepted')).toBe(300);
  expect(brokenPromises(bench)).toEqual([]);
});

test('a companion killed at work costs nobody anything', async () => {
  using bench = frozenDispatch(300);
  await using sink = await startSink(bench, { delayMs: 3 });
  const doomed = startSender(bench, sink.port, { join: true });
  await doomed.begun;
  const other = startSender(bench, sink.port, { join: true, leaseMs: 600 });
  await other.begun;
  doomed.child.kill('SIGKILL');
  await Promise.all([doomed.done, other.done]);
  expect((await send(bench, sink.port)).ending).toEqual({ why: 'done' });
  expect(countOf(bench, 'unknown')).toBeLessThanOrEqual(4);
  expect(countOf(bench, 'accepted') + countOf(bench, 'unknown')).toBe(300);
  expect(brokenPromises(bench)).toEqual([]);
});

test.for(['rcpt', 'dot'] as const)(
  'frozen at %s past its lease, taken over, thawed: the old process sends no dot of its own',
  // Real processes and a real lease: a machine too busy to reach the step in time is tried again.
  { retry: 2 },
  async (step) => {
    using bench = frozenDispatch(24);
    const kill = { step, nth: 9, pidFile: bench.pidFile, signal: 'SIGSTOP', afterMs: 100 } as const;
    await using freezer = await startSink(bench, { kill });
    const old = startSender(bench, freezer.port, { leaseMs: 600, connections: 1 });
    await frozen(bench);
    await new Promise((resolve) => setTimeout(resolve, 900));
    await using sink = await startSink(bench);
    expect((await send(bench, sink.port, { leaseMs: 600 })).ending).toEqual({ why: 'done' });
    old.child.kill('SIGCONT');
    expect((await old.done).ending).toEqual({ why: 'fenced' });
    expect(brokenPromises(bench)).toEqual([]);
    expect(countOf(bench, 'accepted') + countOf(bench, 'unknown')).toBe(24);
  },
);

/** Until the server has frozen the sender. */
async function frozen(bench: Parameters<typeof rowsOf>[0]): Promise<void> {
  while (!logOf(bench).some(({ what }) => what === 'kill'))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

test('an opt-out in the middle of a run is honoured, however the address is written', async () => {
  using bench = frozenDispatch(200);
  await using sink = await startSink(bench, { delayMs: 4 });
  const sender = startSender(bench, sink.port);
  await sender.begun;
  const ledger = openLedger(bench.folder);
  const people = [180, 190, 200].map((number) => ({
    key: suppressionKey(ledger.secret, `j${number}@example.org`),
    address: `J${number}@Example.ORG`,
    reason: 'opt-out',
    source: 'test',
    at: Date.now(),
  }));
  addSuppressions(ledger, people);
  ledger.close();
  expect((await sender.done).ending).toEqual({ why: 'done' });
  expect(countOf(bench, 'suppressed')).toBe(3);
  expect([180, 190, 200].map((number) => storedAt(bench).get(`j${number}@example.org`))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(brokenPromises(bench)).toEqual([]);
});

test('two signals: the first finishes what is in flight, the second cuts, and the rest can be resumed', async () => {
  using bench = frozenDispatch(60);
  await using sink = await startSink(bench, { delayMs: 5, replies: [{ step: 'dot', say: 'wait 400' }] });
  const sender = startSender(bench, sink.port);
  await sender.begun;
  sender.child.kill('SIGINT');
  sender.child.kill('SIGINT');
  await sender.done;
  await using fast = await startSink(bench);
  expect((await send(bench, fast.port)).ending).toEqual({ why: 'done' });
  expect(countOf(bench, 'unknown')).toBeLessThanOrEqual(4);
  expect(brokenPromises(bench)).toEqual([]);
});

test('a rate holds across a restart', async () => {
  using bench = frozenDispatch(12);
  await using sink = await startSink(bench);
  const limits = { '*': { perSecond: 8 } };
  const sender = startSender(bench, sink.port, { limits });
  await sender.begun;
  sender.child.kill('SIGINT');
  await sender.done;
  expect((await send(bench, sink.port, { limits })).ending).toEqual({ why: 'done' });
  const times = logOf(bench).flatMap(({ what, at }) => (what === 'stored' ? [at] : []));
  expect(times).toHaveLength(12);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(11 * 125 - 200);
});

test('a lane takes no more connections than its provider bears', async () => {
  using bench = frozenDispatch(10, { lane: 'orange' });
  await using sink = await startSink(bench, { replies: [{ step: 'dot', say: 'wait 60' }] });
  expect((await send(bench, sink.port, { limits: { orange: { connections: 1 } } })).ending).toEqual({
    why: 'done',
  });
  const order = logOf(bench).map(({ what }) => what);
  expect(order.slice(0, 6)).toEqual(['rcpt', 'stored', 'rcpt', 'stored', 'rcpt', 'stored']);
});

test('a wall clock set forward in the middle of a run pauses it, and opens no embargo', async () => {
  const clock = fakeClock();
  using bench = frozenDispatch(20, { notBefore: clock.now() + 1_800_000 });
  await using sink = await startSink(bench);
  const lease = {
    leaseMs: 60,
    self: { host: 'h', boot: 'b', pid: process.pid, who: 'a' },
    isAlive: () => true,
  };
  const patient = { ...clock, sleep: (_: number, signal: AbortSignal) => clock.sleep(0, signal) };
  setTimeout(() => clock.jump(3_600_000), 150);
  const { ending } = await deliverHere(bench, sink.port, {
    clock: patient,
    lease: (now) => ({ now, ...lease }),
  });
  expect(ending).toMatchObject({ why: 'clock', jumpMs: 3_600_000 });
  expect(logOf(bench).filter(({ what }) => what === 'stored')).toEqual([]);
  expect(countOf(bench, 'queued')).toBe(20);
});

const hasStrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;
const straceNote = hasStrace ? '' : ' (skipped: strace not found)';
const inject = (what: string): readonly string[] => [
  'strace',
  '-f',
  '-qq',
  '-o',
  '/dev/null',
  '-e',
  'trace=fsync,fdatasync,pwrite64',
  '-e',
  `inject=${what}`,
];

test.skipIf(!hasStrace).for<readonly [string, string]>([
  ['an I/O error when flushing', 'fsync:error=EIO:when=12+'],
  ['a full disk', 'pwrite64:error=ENOSPC:when=60+'],
])(
  `%s stops the sending; what left was recorded, the rest leaves later once${straceNote}`,
  async ([, fault]) => {
    using bench = frozenDispatch(120);
    await using sink = await startSink(bench, { delayMs: 2 });
    const { ending, signal } = await startSender(bench, sink.port, {}, inject(fault)).done;
    expect(signal).toBeNull();
    expect(ending?.why).not.toBe('done');
    expect((await send(bench, sink.port)).ending).toEqual({ why: 'done' });
    expect(countOf(bench, 'unknown')).toBeLessThanOrEqual(4);
    expect(countOf(bench, 'accepted') + countOf(bench, 'unknown')).toBe(120);
    expect(brokenPromises(bench)).toEqual([]);
  },
);

test.skipIf(!hasStrace).for([3, 4, 5, 6, 8, 11, 15])(
  `killed at flush %i of the ledger, it resumes without a second copy${straceNote}`,
  async (when) => {
    using bench = frozenDispatch(24);
    await using sink = await startSink(bench);
    await startSender(bench, sink.port, {}, inject(`fsync:signal=KILL:when=${when}`)).done;
    expect((await send(bench, sink.port)).ending).toEqual({ why: 'done' });
    expect(countOf(bench, 'unknown')).toBeLessThanOrEqual(4);
    expect(countOf(bench, 'accepted') + countOf(bench, 'unknown')).toBe(24);
    expect(brokenPromises(bench)).toEqual([]);
  },
);
