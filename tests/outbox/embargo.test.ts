// Who may have a release under embargo, and when.
import { expect, test } from 'vitest';
import { watchClock } from '../../src/outbox/clock.ts';
import { timeFor } from '../../src/outbox/embargo.ts';
import { fakeClock } from './faults/inprocess.ts';

const now = 1_000_000;
const embargo = now + 3_600_000;
const base = { embargo, now, at: null, isUnderEmbargo: false };

test('before the end nobody gets it by default', () => {
  expect(timeFor(base, true)).toBeNull();
  expect(timeFor(base, false)).toBeNull();
});

test('trusted recipients get it marked, and only when that is said', () => {
  expect(timeFor({ ...base, isUnderEmbargo: true }, true)).toEqual({ notBefore: null, isMarked: true });
  expect(timeFor({ ...base, isUnderEmbargo: true }, false)).toBeNull();
});

test('set for the end of the embargo, everyone gets it then, unmarked', () => {
  expect(timeFor({ ...base, at: embargo }, false)).toEqual({ notBefore: embargo, isMarked: false });
  expect(timeFor({ ...base, at: embargo }, true)).toEqual({ notBefore: embargo, isMarked: false });
});

test('both at once: the trusted now and marked, the others at the end', () => {
  const both = { ...base, at: embargo, isUnderEmbargo: true };
  expect(timeFor(both, true)).toEqual({ notBefore: null, isMarked: true });
  expect(timeFor(both, false)).toEqual({ notBefore: embargo, isMarked: false });
});

test('a time before the end is no way around it', () => {
  expect(timeFor({ ...base, at: embargo - 1 }, false)).toBeNull();
});

test('after the end, or without embargo, everyone gets it unmarked', () => {
  expect(timeFor({ ...base, now: embargo }, false)).toEqual({ notBefore: null, isMarked: false });
  expect(timeFor({ ...base, embargo: null, at: now + 5 }, false)).toEqual({
    notBefore: now + 5,
    isMarked: false,
  });
});

test('a clock set forward opens nothing and is noticed; one set back is noticed too', () => {
  const clock = fakeClock(now);
  const watch = watchClock(clock);
  clock.jump(20_000);
  expect(watch.jump()).toBe(0);
  expect(watch.trusted()).toBe(now);
  clock.jump(3_600_000);
  expect(watch.jump()).toBe(3_620_000);
  expect(watch.trusted()).toBe(now);
  clock.jump(-7_200_000);
  expect(watch.jump()).toBeLessThan(0);
});
