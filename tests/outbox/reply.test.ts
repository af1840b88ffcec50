// What each answer of a server means for one delivery and for the whole dispatch.
import { expect, test } from 'vitest';
import type { Phase, Receipt } from '../../src/outbox/delivery.ts';
import { judgeAgain, judgeReceipt, queueIdOf, retryDelay } from '../../src/outbox/reply.ts';

const reply = (phase: Phase, line: string): Receipt => {
  const [, code = '', enhanced = null, text = ''] = /^(\d{3}) (?:(\d\.\d+\.\d+) )?(.*)$/.exec(line) ?? [];
  return { kind: 'reply', phase, code: Number(code), enhanced, text };
};

test.for<readonly [Phase, string, string]>([
  ['dot', '250 2.0.0 Ok: queued as 4F2A', 'accepted accepted'],
  ['rcpt', '450 4.7.1 Greylisted', 'deferred greylisted'],
  ['dot', '451 4.3.0 Try later', 'deferred temporary'],
  ['rcpt', '452 4.2.2 Mailbox full', 'deferred full'],
  ['rcpt', '552 5.2.2 Over quota', 'deferred full'],
  ['rcpt', '552 Over quota', 'deferred full'],
  ['rcpt', '550 5.1.1 No such user', 'rejected mailbox suppress'],
  ['rcpt', '550 No such user', 'rejected mailbox suppress'],
  ['rcpt', '553 5.1.3 Bad address syntax', 'rejected mailbox suppress'],
  ['rcpt', '550 5.2.1 Mailbox disabled', 'rejected mailbox suppress'],
  ['rcpt', '550 5.4.4 Unroutable', 'rejected routing'],
  ['dot', '554 5.6.7 SMTPUTF8 needed', 'rejected unsuitable'],
  ['dot', '552 5.3.4 Too big', 'deferred too-large pause'],
  ['dot', '550 5.7.26 Unauthenticated', 'deferred policy pause'],
  ['rcpt', '554 5.7.1 Relay access denied', 'deferred policy pause'],
  ['mail', '550 5.1.8 Sender refused', 'deferred sender pause'],
  ['dot', '554 Transaction failed', 'deferred message pause'],
  ['mail', '421 4.3.2 Closing', 'requeue connection'],
  ['dot', '421 4.3.2 Closing', 'requeue connection'],
  ['mail', '503 5.5.1 Nested MAIL', 'requeue connection'],
  ['connect', '554 5.7.1 Go away', 'requeue connection'],
  ['login', '535 5.7.8 Bad password', 'requeue credentials pause'],
  ['login', '454 4.7.0 Later', 'requeue connection'],
  ['body', '250 Ok before the dot', 'requeue connection'],
])('%s: “%s” is %s', ([phase, line, meaning]) => {
  const { outcome, reason, pause, suppress } = judgeReceipt(reply(phase, line));
  expect([outcome, reason, pause && 'pause', suppress && 'suppress'].filter(Boolean).join(' ')).toBe(meaning);
});

test('a connection lost before the dot is nobody’s fault, at the dot nobody can know', () => {
  for (const phase of ['connect', 'mail', 'rcpt', 'data', 'body'] as const) {
    expect(judgeReceipt({ kind: 'lost', phase, reason: 'reset' }).outcome).toBe('requeue');
  }
  expect(judgeReceipt({ kind: 'lost', phase: 'dot', reason: 'reset' }).outcome).toBe('unknown');
});

test('a policy refusal repeated for the same person no longer stops the others', () => {
  const verdict = judgeReceipt(reply('dot', '554 5.7.1 No'));
  expect(judgeAgain(verdict, null).pause).toBe(true);
  expect(judgeAgain(verdict, 'policy')).toMatchObject({ outcome: 'rejected', reason: 'policy' });
  expect(judgeAgain(judgeReceipt(reply('mail', '550 5.1.8 No')), 'sender').pause).toBe(true);
});

test('the queue id is found in the phrases of the common servers', () => {
  expect(queueIdOf('Ok: queued as 4F2A9C')).toBe('4F2A9C');
  expect(queueIdOf('OK id=1qX3yz-0001Ab-2C')).toBe('1qX3yz-0001Ab-2C');
  expect(queueIdOf('Queued as <abc@mail>')).toBe('abc@mail');
  expect(queueIdOf('Thank you')).toBeNull();
});

test('retries come later and later, within bounds', () => {
  const delays = [1, 2, 3, 8, 50].map((attempts) => retryDelay('temporary', attempts, 0.5));
  expect(delays).toEqual([60_000, 120_000, 240_000, 1_800_000, 1_800_000]);
  expect(retryDelay('greylisted', 1, 0)).toBe(240_000);
  expect(retryDelay('temporary', 1, 0.999)).toBeLessThanOrEqual(72_000);
});
