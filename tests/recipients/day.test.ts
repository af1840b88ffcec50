import { expect, test } from 'vitest';
import { calendarDay } from '../../src/recipients/day.ts';

test.each([
  ['2024-05-01', '2024-05-01'],
  ['2024-5-1', '2024-05-01'],
  ['2024-05-01T10:00:00Z', '2024-05-01'],
  ['01/05/2024', '2024-05-01'],
  ['1.5.2024', '2024-05-01'],
  ['29/02/2024', '2024-02-29'],
])('%s is the day %s', (text, day) => {
  expect(calendarDay(text)).toBe(day);
});

test.each(['29/02/2023', '05/13/2024', '01/05/24', 'bientôt', '', '45413'])('%j is no day', (text) => {
  expect(calendarDay(text)).toBeUndefined();
});
