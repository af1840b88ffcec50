// What servers do wrong, one case each: nobody is lost, nobody gets two, and what cannot be known is said to be unknown.
import { expect, test } from 'vitest';
import { systemClock } from '../../src/outbox/clock.ts';
import {
  brokenPromises,
  draft,
  frozenDispatch,
  logOf,
  rowsOf,
  startSink,
  storedAt,
} from './faults/harness.ts';
import { deliverHere, fakeClock } from './faults/inprocess.ts';
import type { Step } from './faults/script.ts';

const people = 12;
const largeFile = { name: 'dossier.pdf', type: 'application/pdf', bytes: new Uint8Array(4_000_000) };
const rowOf = (bench: Parameters<typeof rowsOf>[0], name: string) =>
  rowsOf(bench).find(({ address }) => address === `${name}@example.org`);

test.for(['cut', 'reset', 'silence'])(
  'a message stored and then %s instead of 250 is unknown and never sent again',
  async (say) => {
    using bench = frozenDispatch(people);
    await using sink = await startSink(bench, { replies: [{ step: 'dot', say, to: 'j3@', times: 1 }] });
    const smtp = { silenceMs: 700 };
    expect((await deliverHere(bench, sink.port, { smtp })).ending).toEqual({ why: 'done' });
    expect(rowOf(bench, 'j3')).toMatchObject({ state: 'unknown', reason: 'no-reply' });
    expect((await deliverHere(bench, sink.port)).ending).toEqual({ why: 'done' });
    expect(storedAt(bench).get('j3@example.org')).toBe(1);
    expect(rowsOf(bench).filter(({ state }) => state === 'accepted')).toHaveLength(people - 1);
    expect(brokenPromises(bench)).toEqual([]);
  },
);

test('a connection reset in the middle of DATA spends no attempt and ends in one copy', async () => {
  using bench = frozenDispatch(people, {}, { ...draft, enclosures: [largeFile] });
  await using sink = await startSink(bench, {
    replies: [{ step: 'data', say: 'reset', to: 'j3@', times: 1 }],
  });
  expect((await deliverHere(bench, sink.port)).ending).toEqual({ why: 'done' });
  expect(rowsOf(bench).every(({ state, attempts }) => state === 'accepted' && attempts === 1)).toBe(true);
  expect(brokenPromises(bench)).toEqual([]);
});

const temporary = ['421', '450', '451', '452', '454'].flatMap((code) =>
  (['connect', 'mail', 'rcpt', 'dot'] as const).map((step): [string, Step] => [code, step]),
);
test.for(temporary)('%s at %s delays, loses nobody, sends nobody two', async ([code, step]) => {
  using bench = frozenDispatch(people);
  const say = `${code} 4.3.2 Try again later`;
  await using sink = await startSink(bench, {
    replies: [{ step, say, times: step === 'connect' || step === 'mail' ? 4 : 1 }],
  });
  const { ending } = await deliverHere(bench, sink.port);
  expect(ending).toEqual({ why: 'done' });
  expect(rowsOf(bench).every(({ state }) => state === 'accepted')).toBe(true);
  expect(brokenPromises(bench)).toEqual([]);
});

test('a server that is closing costs the connection, not the people', async () => {
  using bench = frozenDispatch(people);
  await using sink = await startSink(bench, {
    replies: [{ step: 'mail', say: '421 4.3.2 Closing', times: 5 }],
  });
  const { events } = await deliverHere(bench, sink.port);
  expect(rowsOf(bench).every(({ attempts }) => attempts === 1)).toBe(true);
  expect(events.some(({ what }) => what === 'fault')).toBe(true);
});

test('greylisting is waited for: everyone at the second attempt', async () => {
  using bench = frozenDispatch(people);
  const replies = Array.from({ length: people }, (_, index) => ({
    step: 'rcpt' as const,
    say: '450 4.7.1 Greylisted, come back in five minutes',
    to: `j${index + 1}@`,
    times: 1,
  }));
  await using sink = await startSink(bench, { replies });
  expect((await deliverHere(bench, sink.port)).ending).toEqual({ why: 'done' });
  expect(rowsOf(bench).every(({ state, attempts }) => state === 'accepted' && attempts === 2)).toBe(true);
  expect(brokenPromises(bench)).toEqual([]);
});

test('an unknown mailbox is rejected, the others get theirs', async () => {
  using bench = frozenDispatch(people);
  await using sink = await startSink(bench, {
    replies: [{ step: 'rcpt', say: '550 5.1.1 No such user', to: 'j3@' }],
  });
  const { ending, events } = await deliverHere(bench, sink.port);
  expect(ending).toEqual({ why: 'done' });
  expect(rowOf(bench, 'j3')).toMatchObject({ state: 'rejected', reason: 'mailbox', code: 550 });
  expect(events.find((event) => event.what === 'settled' && event.verdict.suppress)).toBeDefined();
  expect(storedAt(bench).size).toBe(people - 1);
});

test('a full mailbox is tried for four hours, then given up', async () => {
  using bench = frozenDispatch(people);
  await using sink = await startSink(bench, {
    replies: [{ step: 'rcpt', say: '552 5.2.2 Mailbox full', to: 'j3@' }],
  });
  const clock = fakeClock();
  const started = clock.now();
  await deliverHere(bench, sink.port, { clock });
  expect(rowOf(bench, 'j3')).toMatchObject({ state: 'rejected', reason: 'gave-up' });
  expect(clock.now() - started).toBeGreaterThanOrEqual(4 * 3_600_000);
  expect(rowOf(bench, 'j3')?.attempts).toBeGreaterThan(4);
});

test.for([
  ['mail', '552 5.3.4 Message too big', 'too-large'],
  ['dot', '552 5.3.4 Message too big', 'too-large'],
  ['mail', '550 5.1.8 Bad sender', 'sender'],
  ['dot', '554 5.7.1 Refused by policy', 'policy'],
  ['rcpt', '550 5.7.26 Unauthenticated mail', 'policy'],
  ['dot', '554 Transaction failed', 'message'],
] as const)('%s: “%s” pauses the whole dispatch', async ([step, say, reason]) => {
  using bench = frozenDispatch(people);
  await using sink = await startSink(bench, { replies: [{ step, say, from: 3 }] });
  const { ending } = await deliverHere(bench, sink.port);
  expect(ending).toMatchObject({ why: 'paused', verdict: { reason } });
  expect(storedAt(bench).size).toBeLessThan(people);
  expect(brokenPromises(bench)).toEqual([]);
});

test('one refusal among many: resumed, the others get theirs once and the one is rejected', async () => {
  using bench = frozenDispatch(people);
  await using sink = await startSink(bench, { replies: [{ step: 'dot', say: '554 5.7.1 No', to: 'j3@' }] });
  expect((await deliverHere(bench, sink.port)).ending.why).toBe('paused');
  expect((await deliverHere(bench, sink.port)).ending).toEqual({ why: 'done' });
  expect(rowOf(bench, 'j3')).toMatchObject({ state: 'rejected', reason: 'policy' });
  expect(rowsOf(bench).filter(({ state }) => state === 'accepted')).toHaveLength(people - 1);
  expect(brokenPromises(bench)).toEqual([]);
});

test('a slow greeting and a slow reply to the dot are waited for', async () => {
  using bench = frozenDispatch(3);
  await using sink = await startSink(bench, {
    replies: [
      { step: 'connect', say: 'wait 800' },
      { step: 'dot', say: 'wait 1200' },
    ],
  });
  expect((await deliverHere(bench, sink.port)).ending).toEqual({ why: 'done' });
  expect(rowsOf(bench).every(({ state }) => state === 'accepted')).toBe(true);
});

test('a refused password stops at once and is told to nobody', async () => {
  using bench = frozenDispatch(people);
  await using sink = await startSink(bench, { auth: 'right' });
  const smtp = { auth: { user: 'presse', password: 'a-wrong-secret' } };
  const { ending, events } = await deliverHere(bench, sink.port, { smtp });
  expect(ending).toMatchObject({ why: 'paused', verdict: { reason: 'credentials', code: 535 } });
  expect(JSON.stringify([ending, events])).not.toContain('a-wrong-secret');
  expect(logOf(bench)).toEqual([]);
});

test('a right password is used', async () => {
  using bench = frozenDispatch(2);
  await using sink = await startSink(bench, { auth: 'right' });
  const smtp = { auth: { user: 'presse', password: 'right' } };
  expect((await deliverHere(bench, sink.port, { smtp })).ending).toEqual({ why: 'done' });
});

test('a server whose STARTTLS was stripped gets nothing', async () => {
  using bench = frozenDispatch(2);
  await using sink = await startSink(bench);
  const { ending } = await deliverHere(bench, sink.port, { smtp: { tls: 'starttls' } });
  expect(ending.why).toBe('paused');
  expect(logOf(bench)).toEqual([]);
});

test('a message larger than the server announces is not begun', async () => {
  using bench = frozenDispatch(2);
  await using sink = await startSink(bench, { size: 500 });
  const { ending } = await deliverHere(bench, sink.port);
  expect(ending).toMatchObject({ why: 'paused', verdict: { reason: 'too-large' } });
  expect(logOf(bench)).toEqual([]);
});

test('an address outside ASCII needs SMTPUTF8: without it that person is refused, nothing raw is sent', async () => {
  using bench = frozenDispatch(1, { address: 'rené@example.org' });
  await using sink = await startSink(bench);
  expect((await deliverHere(bench, sink.port)).ending).toEqual({ why: 'done' });
  expect(rowsOf(bench)[0]).toMatchObject({ state: 'rejected', reason: 'unsuitable' });
  expect(logOf(bench)).toEqual([]);
});

test('with SMTPUTF8 an address outside ASCII gets its message', async () => {
  using bench = frozenDispatch(1, { address: 'rené@example.org' });
  await using sink = await startSink(bench, { smtputf8: true });
  expect((await deliverHere(bench, sink.port)).ending).toEqual({ why: 'done' });
  expect(storedAt(bench).get('rené@example.org')).toBe(1);
});

test('a host that does not exist is said at once', async () => {
  using bench = frozenDispatch(2);
  const { ending } = await deliverHere(bench, 1, { smtp: { host: 'no-such-host.invalid' } });
  expect(ending).toMatchObject({ why: 'paused', verdict: { reason: 'connection' } });
});

test('a server that is down is tried again and again, then the run ends with everyone still queued', async () => {
  using bench = frozenDispatch(people);
  const { ending } = await deliverHere(bench, 1, { giveUpAfterMs: 600_000 });
  expect(ending.why).toBe('line');
  expect(rowsOf(bench).every(({ state, attempts }) => state === 'queued' && attempts === 0)).toBe(true);
});

test('a first stop lets messages in flight finish and leaves the rest queued', async () => {
  using bench = frozenDispatch(60);
  await using sink = await startSink(bench, { delayMs: 10 });
  const stop = new AbortController();
  const { ending } = await deliverHere(bench, sink.port, {
    clock: systemClock,
    stop: stop.signal,
    report: () => stop.abort(),
  });
  expect(ending).toEqual({ why: 'stopped' });
  const states = new Set(rowsOf(bench).map(({ state }) => state));
  expect(states).toEqual(new Set(['accepted', 'queued']));
  expect(brokenPromises(bench)).toEqual([]);
});
