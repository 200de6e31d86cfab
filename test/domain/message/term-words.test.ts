import { expect, it } from 'vitest';

import { dayWords, dueWords, lastDayWords } from '../../../shared/domain/message/term-words.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { at } from '../time/shanghai.ts';

it.each([
  ['2026-12-01 17:30', '12月1日17:30'],
  ['2026-12-31 08:05', '12月31日08:05'],
  ['2027-01-01 00:00', '1月1日00:00'],
])('a duty that is due %s is named with its hour', (due, words) => {
  expect(dueWords(at(due))).toBe(words);
});

it.each([
  ['2026-12-06 00:00', '12月5日（含当日）'],
  ['2027-01-01 00:00', '12月31日（含当日）'],
  ['2026-12-05 17:30', '12月5日（含当日）'],
])('a window that ends %s is named by its last day', (end, words) => {
  expect(lastDayWords(at(end))).toBe(words);
});

it('a day is named without a year', () => {
  expect(dayWords(civilDate('2026-12-09')!)).toBe('12月9日');
});
