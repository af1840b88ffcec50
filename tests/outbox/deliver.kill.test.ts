// Killed at any step and resumed, a dispatch reaches everyone once, but for those it calls unknown.
import { expect, test } from 'vitest';
import { brokenPromises, frozenDispatch, rowsOf, send, startSender, startSink } from './faults/harness.ts';
import type { Step } from './faults/script.ts';

const connections = 4;
const steps: readonly Step[] = ['connect', 'mail', 'rcpt', 'data', 'dot', 'replied'];

test.for(steps)('killed at %s, it resumes without a second copy', async (step) => {
  using bench = frozenDispatch(24);
  const kill = { step, nth: step === 'connect' ? 2 : 9, pidFile: bench.pidFile };
  await using killer = await startSink(bench, { kill });
  expect((await send(bench, killer.port, { connections })).signal).toBe('SIGKILL');

  expect((await send(bench, killer.port, { connections })).ending).toEqual({ why: 'done' });
  expect(brokenPromises(bench)).toEqual([]);
  const unknown = rowsOf(bench).filter(({ state }) => state === 'unknown').length;
  expect(unknown).toBeLessThanOrEqual(connections);
  expect(rowsOf(bench).filter(({ state }) => state === 'accepted').length).toBe(24 - unknown);
});

test('killed at random instants, again and again, it keeps its promise', async () => {
  // `npm run test:chaos` asks for a thousand.
  const kills = process.env.MODE === 'chaos' ? 1_000 : 60;
  const recipients = kills * 30;
  using bench = frozenDispatch(recipients);
  await using sink = await startSink(bench, { delayMs: 2 });
  let killed = 0;
  let ending: string | undefined;
  while (ending !== 'done') {
    const sender = startSender(bench, sink.port, { connections });
    await sender.begun;
    if (killed < kills) setTimeout(() => sender.child.kill('SIGKILL'), Math.random() * 120);
    const told = await sender.done;
    if (told.signal === 'SIGKILL') killed += 1;
    ending = told.ending?.why;
  }
  const unknown = rowsOf(bench).filter(({ state }) => state === 'unknown').length;
  expect(killed).toBe(kills);
  expect(brokenPromises(bench)).toEqual([]);
  expect(unknown).toBeLessThanOrEqual(killed * connections);
  process.stdout.write(`${killed} kills, ${unknown} unknown of ${recipients}\n`);
}, 3_600_000);
