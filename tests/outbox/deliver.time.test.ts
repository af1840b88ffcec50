// Time passes a hundredfold in the sender, while the wire stays real: ten minutes at the dot, and the hour that Paris skips or repeats.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  brokenPromises,
  frozenDispatch,
  rowsOf,
  startSender,
  startSink,
  storedAt,
} from './faults/harness.ts';

const hasFaketime = spawnSync('faketime', ['-f', '+0', 'true']).status === 0;
const note = hasFaketime ? '' : ' (skipped: faketime not found)';
/** Also the monotonic clock and every timeout of the process. */
const faster = (times: number): readonly string[] => ['faketime', '-f', `+0 x${times}`];
/** The wall clock of the process begins at this instant; the monotonic one stays true. */
const startingAt = (instant: string): readonly string[] => [
  'env',
  'FAKETIME_DONT_FAKE_MONOTONIC=1',
  'TZ=UTC',
  'faketime',
  '-f',
  `@${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')}`,
];

test.skipIf(!hasFaketime)(
  `a reply to the dot after nine minutes counts; after ten minutes of silence the message is unknown${note}`,
  { timeout: 60_000 },
  async () => {
    using bench = frozenDispatch(3);
    await using sink = await startSink(bench, {
      replies: [
        { step: 'dot', say: 'wait 5400', to: 'j1@' },
        { step: 'dot', say: 'silence', to: 'j2@' },
      ],
    });
    const started = performance.now();
    const patient = { leaseMs: 600_000, connections: 3 };
    const { ending } = await startSender(bench, sink.port, patient, faster(100)).done;
    expect(ending).toEqual({ why: 'done' });
    expect(performance.now() - started).toBeGreaterThan(6_000);
    expect(rowsOf(bench).map(({ state, reason }) => [state, reason])).toEqual([
      ['accepted', 'accepted'],
      ['unknown', 'no-reply'],
      ['accepted', 'accepted'],
    ]);
    expect(brokenPromises(bench)).toEqual([]);
  },
);

const embargoes = [
  ['the hour that Paris skips', '2026-03-29T03:00:00+02:00', '2026-03-29T01:59:57+01:00'],
  ['the hour that Paris repeats', '2026-10-25T02:00:00+01:00', '2026-10-25T02:59:57+02:00'],
] as const;

test.skipIf(!hasFaketime).for(embargoes)(
  `across %s nothing leaves before the embargo ends, and everything after${note}`,
  { timeout: 60_000 },
  async ([, embargo, start]) => {
    using bench = frozenDispatch(6, { notBefore: Date.parse(embargo) });
    await using sink = await startSink(bench);
    const started = performance.now();
    const sender = startSender(bench, sink.port, {}, startingAt(start));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(storedAt(bench).size).toBe(0);
    expect((await sender.done).ending).toEqual({ why: 'done' });
    expect(performance.now() - started).toBeGreaterThan(2_500);
    expect(rowsOf(bench).every(({ state }) => state === 'accepted')).toBe(true);
    expect(brokenPromises(bench)).toEqual([]);
  },
);

test.skipIf(!hasFaketime)(
  `an hour too early by the clock that goes back, nothing leaves${note}`,
  { timeout: 60_000 },
  async () => {
    // 02:59:59 for the first time: an hour before the embargo, though a naive clock reads the same.
    using bench = frozenDispatch(2, { notBefore: Date.parse('2026-10-25T03:00:00+01:00') });
    await using sink = await startSink(bench);
    const sender = startSender(bench, sink.port, {}, startingAt('2026-10-25T02:59:59+02:00'));
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    // faketime itself is only its parent.
    process.kill(Number(readFileSync(bench.pidFile, 'utf8')), 'SIGKILL');
    await sender.done;
    expect(storedAt(bench).size).toBe(0);
  },
);
