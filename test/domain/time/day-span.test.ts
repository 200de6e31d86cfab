import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  daysOf,
  lengthOf,
  monthOf,
  monthsOf,
  partsOf,
  wholeMonths,
} from '../../../shared/domain/time/day-span.ts';
import { nextDate } from '../../../shared/domain/time/instant.ts';
import { day } from './shanghai.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 400 }))
  .map(([start, length]) => {
    const from = nextDate(day('2026-01-01'), start);
    return { from, to: nextDate(from, length) };
  });

describe('a span of days', () => {
  it('counts both of its ends', () => {
    expect(daysOf({ from: day('2026-02-27'), to: day('2026-03-01') })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(lengthOf({ from: day('2028-01-01'), to: day('2028-12-31') })).toBe(366);
    expect(lengthOf({ from: day('2026-01-02'), to: day('2026-01-01') })).toBe(0);
  });

  it('touches whole months', () => {
    expect(wholeMonths({ from: day('2028-02-29'), to: day('2028-12-31') })).toEqual({
      from: '2028-02-01',
      to: '2028-12-31',
    });
    expect(monthsOf({ from: day('2026-12-31'), to: day('2027-02-01') })).toEqual([
      { from: '2026-12-01', to: '2026-12-31' },
      { from: '2027-01-01', to: '2027-01-31' },
      { from: '2027-02-01', to: '2027-02-28' },
    ]);
  });

  it('is made up of the months it holds whole, and of single days', () => {
    expect(partsOf({ from: day('2026-01-30'), to: day('2026-04-02') })).toEqual({
      months: ['2026-02', '2026-03'],
      days: ['2026-01-30', '2026-01-31', '2026-04-01', '2026-04-02'],
    });
    expect(partsOf({ from: day('2026-11-01'), to: day('2026-11-30') })).toEqual({
      months: ['2026-11'],
      days: [],
    });
  });

  it('has each of its days in exactly one part', () => {
    fc.assert(
      fc.property(span, (one) => {
        const { months, days } = partsOf(one);
        const inMonths = daysOf(one).filter((date) => months.includes(monthOf(date)));
        expect([...inMonths, ...days].toSorted()).toEqual(daysOf(one));
        const whole = monthsOf(one).filter(({ from }) => months.includes(monthOf(from)));
        expect(whole.flatMap(daysOf)).toEqual(inMonths);
      }),
    );
  });
});
