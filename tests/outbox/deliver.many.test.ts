// Two hundred thousand people: each gets the release once, in the memory that a thousand take.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brokenPromises, frozenDispatch, rowsOf, startSender, startSink } from './faults/harness.ts';

// `npm run test:chaos` takes them all; otherwise a few thousand show the same.
const people = process.env.MODE === 'chaos' ? 200_000 : 4_000;

test(`${people} recipients, each once, and no more memory than for a few`, {
  timeout: 3_600_000,
}, async () => {
  using bench = frozenDispatch(people);
  await using sink = await startSink(bench);
  const sender = startSender(bench, sink.port, { connections: 20, leaseMs: 60_000 });
  await sender.begun;
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(sender.child.pid));
  }, 200);
  expect((await sender.done).ending).toEqual({ why: 'done' });
  clearInterval(timer);
  expect(rowsOf(bench).every(({ state }) => state === 'accepted')).toBe(true);
  expect(brokenPromises(bench)).toEqual([]);
  expect(peakMb).toBeLessThan(150);
});

/** The highest resident set so far, in MB; 0 where the system does not tell. */
function residentMb(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}
