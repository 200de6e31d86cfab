import { describe, expect, it } from 'vitest';

import { isAhead } from '../../../shared/domain/time/clock-tolerance.ts';
import {
  addMs,
  clockText,
  dayNumber,
  daysBetween,
  earlier,
  epochAt,
  isRealDay,
  later,
  monthNumber,
  nextDate,
  offsetOrNull,
  yearOf,
} from '../../../shared/domain/time/instant.ts';
import { Month, monthBefore, monthOf, monthSpan } from '../../../shared/domain/time/month.ts';
import { at, day } from './shanghai.ts';

describe('a month', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-11-30', '2026-10'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01'],
    ['2026-01', '2026-01-01', '2026-01-31', '2025-12'],
  ])('%s has its days and the one before it', (text, from, to, before) => {
    const month = Month.parse(text);
    expect(monthSpan(month)).toEqual({ from, to });
    expect(monthBefore(month)).toBe(before);
    expect(monthOf(day(to))).toBe(month);
  });

  it.each(['2026-13', '2026-00', '26-11', '2026-1', '2026-11-01', '1991-08', '1991-10', ''])(
    'is not %s',
    (text) => expect(Month.safeParse(text).success).toBe(false),
  );
});

it('the first month is the one after the first that is whole', () => {
  expect(Month.safeParse('1991-11').success).toBe(true);
  expect(Month.safeParse('x1991-11').success).toBe(false);
  expect(Month.safeParse('2026-13').error?.issues[0]?.message).toBe('wrong_format');
  expect(() => monthSpan('2026-13' as Month)).toThrow(RangeError);
});

describe('a clock that is ahead', () => {
  it.each([
    ['2026-11-20 10:05', false],
    ['2026-11-20 10:05:00.001', true],
    ['2026-11-20 09:00', false],
  ])('is so at %s: %s', (moment, ahead) => {
    expect(isAhead(at(moment), at('2026-11-20 10:00'))).toBe(ahead);
  });
});

describe('the parts of a day', () => {
  it('are its numbers', () => {
    const date = day('2026-01-09');
    expect([yearOf(date), monthNumber(date), dayNumber(date)]).toEqual([2026, 1, 9]);
    expect(clockText(at('2026-01-09 07:05'))).toBe('07:05');
    expect(daysBetween(day('2026-02-27'), day('2026-03-01'))).toBe(2);
    expect(daysBetween(day('2026-03-01'), day('2026-02-27'))).toBe(-2);
    expect(offsetOrNull(at('2026-01-09 07:05'))).toBe('2026-01-09T07:05:00.000+08:00');
    expect(offsetOrNull(undefined)).toBeNull();
    expect(addMs(at('2026-01-09 07:05'), -300_000)).toBe(at('2026-01-09 07:00'));
  });

  it.each([
    [2028, 2, 29, true],
    [2026, 2, 29, false],
    [2026, 12, 31, true],
    [2026, 13, 1, false],
    [2026, 0, 1, false],
    [2026, 4, 31, false],
    [99, 1, 1, false],
  ])('%i-%i-%i is one: %s', (year, month, date, real) => {
    expect(isRealDay(year, month, date)).toBe(real);
  });

  it('are steps of any length', () => {
    expect(nextDate(day('2026-11-27'), 1)).toBe('2026-11-28');
    expect(nextDate(day('2026-11-28'), 0)).toBe('2026-11-28');
    expect(nextDate(day('2026-11-28'), -27)).toBe('2026-11-01');
    expect(nextDate(day('2026-11-01'), -1)).toBe('2026-10-31');
    expect(nextDate(day('2026-11-28'), 2)).toBe('2026-11-30');
  });

  it('begin and end in Shanghai', () => {
    expect(epochAt(day('2026-11-20'), 0)).toBe(Date.parse('2026-11-19T16:00:00Z'));
    expect(epochAt(day('2026-11-20'), 1_440)).toBe(Date.parse('2026-11-20T16:00:00Z'));
    expect(() => epochAt(day('2026-11-20'), Number.NaN)).toThrow(RangeError);
  });

  it('come in an order', () => {
    const [a, b] = [at('2026-11-20 09:00'), at('2026-11-20 10:00')];
    expect([later(a, b), later(b, a), earlier(a, b), earlier(b, a)]).toEqual([b, b, a, a]);
  });
});
