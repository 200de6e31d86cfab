import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { isOpenAt } from '../../../shared/domain/oversight/office-hours.ts';
import type { OfficeHours } from '../../../shared/domain/oversight/register.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { at } from '../../fake/clock.ts';

const hours: readonly OfficeHours[] = [
  { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:30' },
  { days: [6], from: '09:00', to: '12:00' },
];

const calendar = calendarOf(officialCalendarYears);

describe('a hall is open', () => {
  it.each([
    ['Friday before the doors open', '2026-11-20T08:29:59+08:00', false],
    ['Friday as they open', '2026-11-20T08:30:00+08:00', true],
    ['Friday at noon', '2026-11-20T12:00:00+08:00', false],
    ['Friday in the afternoon', '2026-11-20T17:29:59+08:00', true],
    ['Friday as they close', '2026-11-20T17:30:00+08:00', false],
    ['Saturday morning', '2026-11-21T09:30:00+08:00', true],
    ['Saturday afternoon', '2026-11-21T14:00:00+08:00', false],
    ['Sunday', '2026-11-22T09:30:00+08:00', false],
    ['a holiday on a Thursday', '2026-10-01T09:30:00+08:00', false],
    ['a Saturday that is worked', '2026-10-10T14:00:00+08:00', true],
    ['a weekday of a year without a notice', '2031-06-04T09:30:00+08:00', true],
    ['the morning in Shanghai, which is night in UTC', '2026-11-23T08:45:00+08:00', true],
  ])('%s', (_when, moment, open) => {
    expect(isOpenAt(hours, calendar, at(moment))).toBe(open);
  });

  it.each([
    ['Wednesday', '2026-11-18T08:30:00+08:00', true],
    ['Wednesday', '2026-11-18T14:00:00+08:00', false],
    ['Tuesday', '2026-11-17T08:30:00+08:00', false],
    ['a Saturday that is worked, as on Mondays', '2026-10-10T14:00:00+08:00', true],
  ])('in the hours of its own day: %s, %s', (_day, moment, open) => {
    const own = [
      { days: [1], from: '13:30', to: '17:30' },
      { days: [3], from: '08:30', to: '12:00' },
    ];
    expect(isOpenAt(own, calendar, at(moment))).toBe(open);
  });

  it('never without hours', () => {
    expect(isOpenAt([], calendar, at('2026-11-20T09:30:00+08:00'))).toBe(false);
  });
});
