import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CalendarYear } from '../../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { nextDate } from '../../../shared/domain/time/instant.ts';
import type { CivilDate, Weekday } from '../../../shared/domain/time/instant.ts';
import {
  addWorkingDays,
  calendarOf,
  dayKind,
  isFurtherThan,
  workingDayFrom,
  workingDaysBetween,
} from '../../../shared/domain/time/working-days.ts';
import type { CountAnswer, DateAnswer } from '../../../shared/domain/time/working-days.ts';
import source from '../../data/state-council-calendar.json' with { type: 'json' };
import fixture from '../../data/workday-vectors.json' with { type: 'json' };
import { dateBetween, day, official } from './shanghai.ts';

const { calendar } = official;
const { vectors } = fixture;

const subsets = Array.from({ length: 127 }, (_, index) =>
  ([1, 2, 3, 4, 5, 6, 7] as const).filter((weekday) => (index + 1) & (1 << (weekday - 1))),
);

/** A second implementation of the same rule, from the raw source and by counting single days. */
const sourceDays = Object.values(source.years).flatMap((year) => year.holidays);
const off = new Set(sourceDays.flatMap((holiday) => holiday.off));
const worked = new Set(sourceDays.flatMap((holiday) => holiday.makeup));
/** A Monday on which work resumed; see the head of the table. */
worked.delete('2020-02-03');
const isWorked = (date: string, weekly: readonly Weekday[]): boolean => {
  if (off.has(date)) return false;
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() || 7) as Weekday;
  return worked.has(date) || weekly.includes(weekday);
};
const nthWorked = (start: CivilDate, n: number, weekly: readonly Weekday[]): CivilDate => {
  let date = start;
  for (let left = n; left > 0;) {
    date = nextDate(date);
    if (isWorked(date, weekly)) left -= 1;
  }
  return date;
};

describe('addWorkingDays', () => {
  it('agrees with all 3,264 vectors', () => {
    const wrong = vectors.filter(({ start, n, due }) => {
      const answer = addWorkingDays(calendar, day(start), n);
      return !answer.ok || answer.date !== due;
    });
    expect(vectors).toHaveLength(3_264);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a plain week', '2026-11-16', 1, '2026-11-17'],
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['over the year end', '2025-12-31', 1, '2026-01-04'],
    ['a make-up Sunday counts', '2026-09-18', 1, '2026-09-20'],
    ['a make-up Saturday counts', '2026-10-09', 1, '2026-10-10'],
    ['over Spring Festival', '2026-02-14', 1, '2026-02-24'],
    ['over Spring Festival, five days', '2026-02-13', 5, '2026-02-27'],
    ['fifteen days over National Day', '2026-09-18', 15, '2026-10-15'],
    ['the last known day', '2026-12-30', 1, '2026-12-31'],
    ['a holiday set by the notice of the next year', '2018-12-28', 2, '2019-01-02'],
    ['work resumed on Monday after the long holiday of 2020', '2020-01-23', 1, '2020-02-03'],
  ])('%s', (_what, ...[start, n, due]) => {
    expect(addWorkingDays(calendar, day(start), n)).toEqual({ ok: true, date: due });
  });

  it.each([
    ['2026-12-11', 15, 2027],
    ['2026-12-31', 1, 2027],
    ['2026-12-30', 2, 2027],
    ['2017-06-01', 1, 2017],
    ['2030-01-01', 1, 2030],
  ])('from %s, %i days wait for the notice of %i', (start, n, year) => {
    const pending = { ok: false, reason: 'pending_calendar', year };
    expect(addWorkingDays(calendar, day(start), n)).toEqual(pending);
  });

  it('does not need the start day itself to be known', () => {
    const answer = addWorkingDays(calendar, day('2017-12-31'), 1);
    expect(answer).toEqual({ ok: true, date: '2018-01-02' });
  });

  it('waits when a year in the middle is missing, even for one day of it', () => {
    const gap = calendarOf(officialCalendarYears.filter(({ year }) => year !== 2025));
    expect(addWorkingDays(gap, day('2024-12-31'), 1)).toMatchObject({ year: 2025 });
    expect(addWorkingDays(gap, day('2024-12-30'), 1)).toMatchObject({ ok: true });
  });

  it.each([0, -1, 1.5, Number.NaN])('has no answer for %d days', (n) => {
    expect(() => addWorkingDays(calendar, day('2026-11-16'), n)).toThrow(RangeError);
  });

  it('agrees with counting on fingers for each of the 127 weekly patterns', () => {
    for (const weekly of subsets) {
      const patterned = calendarOf(officialCalendarYears, weekly);
      fc.assert(
        fc.property(
          dateBetween('2018-01-01', '2026-05-31'),
          fc.integer({ min: 1, max: 20 }),
          (start, n) => {
            const date = nthWorked(start, n, weekly);
            fc.pre(date <= '2026-12-31');
            expect(addWorkingDays(patterned, start, n)).toEqual({ ok: true, date });
            expect(workingDaysBetween(patterned, start, date)).toEqual({ ok: true, days: n });
          },
        ),
        { numRuns: 20 },
      );
    }
    expect(subsets).toHaveLength(127);
  });
});

const between = (from: string, to: string): CountAnswer =>
  workingDaysBetween(calendar, day(from), day(to));

describe('workingDaysBetween', () => {
  it('counts the end and not the beginning, and nothing backwards', () => {
    expect(between('2026-11-20', '2026-11-23')).toEqual({ ok: true, days: 1 });
    expect(between('2026-11-20', '2026-11-22')).toEqual({ ok: true, days: 0 });
    expect(between('2026-11-20', '2026-11-20')).toEqual({ ok: true, days: 0 });
    expect(between('2026-11-23', '2026-11-20')).toEqual({ ok: true, days: 0 });
    expect(between('2026-12-30', '2027-01-01')).toMatchObject({ ok: false, year: 2027 });
  });
});

describe('dayKind', () => {
  const notices = ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'];

  it.each([
    ['2026-11-20', { working: true, because: 'weekday' }],
    ['2026-11-21', { working: false, because: 'weekend' }],
    ['2026-10-01', { working: false, because: 'holiday', name: '国庆节', notices }],
    ['2026-09-20', { working: true, because: 'makeup', name: '国庆节', notices }],
    ['2020-02-03', { working: true, because: 'weekday' }],
    ['2027-01-01', { unknown: true, year: 2027 }],
  ])('%s', (date, expected) => {
    expect(dayKind(calendar, day(date))).toEqual(expected);
  });
});

const year = (name: string, dayOff: string): CalendarYear => ({
  year: 2027,
  notices: [{ url: 'https://www.gov.cn/1', number: '国办发明电〔2026〕1号' }],
  holidays: [{ name, off: [day(dayOff)], makeup: [] }],
});

const from = (date: string): DateAnswer => workingDayFrom(calendar, day(date));

describe('calendarOf', () => {
  it('takes the last entry for a year, and forgets the ones before', () => {
    const corrected = calendarOf([year('旧', '2027-01-01'), year('新', '2027-01-04')]);
    expect(dayKind(corrected, day('2027-01-01'))).toMatchObject({ because: 'weekday' });
    expect(dayKind(corrected, day('2027-01-04'))).toMatchObject({ name: '新' });
  });

  it('lets the later year rule on the last days of December, in whatever order they come', () => {
    const before = { ...year('旧', '2026-12-31'), year: 2026 };
    const next = year('新', '2026-12-31');
    const orders = [
      [before, next],
      [next, before],
    ];
    for (const years of orders) {
      expect(dayKind(calendarOf(years), day('2026-12-31'))).toMatchObject({ name: '新' });
    }
  });

  it('refuses a week without a working day', () => {
    expect(() => calendarOf(officialCalendarYears, [])).toThrow(RangeError);
  });

  it('finds the first working day from a day on', () => {
    expect(from('2026-11-20')).toEqual({ ok: true, date: '2026-11-20' });
    expect(from('2026-11-21')).toEqual({ ok: true, date: '2026-11-23' });
    expect(from('2026-10-01')).toEqual({ ok: true, date: '2026-10-08' });
    expect(from('2027-01-01')).toMatchObject({ ok: false, year: 2027 });
  });
});

describe('isFurtherThan', () => {
  const known = dateBetween('2026-01-01', '2026-12-30');

  it('agrees with the count, as long as the calendar is known', () => {
    fc.assert(
      fc.property(known, known, fc.integer({ min: 0, max: 250 }), (from, to, most) => {
        const count = workingDaysBetween(calendar, from, to);
        expect(isFurtherThan(calendar, { from, to }, most)).toBe(count.ok && count.days > most);
      }),
    );
  });

  it.each([
    ['up to the last day', '2026-11-20', '2026-11-27', 5, false],
    ['on the weekend after it', '2026-11-20', '2026-11-29', 5, false],
    ['from the next working day on', '2026-11-20', '2026-11-30', 5, true],
    ['as a holiday does not count', '2026-09-30', '2026-10-08', 1, false],
    ['by the days of the week of a year without a notice', '2027-01-01', '2027-01-11', 5, true],
    ['without the weekends of such a year', '2027-01-01', '2027-01-10', 5, false],
    ['never back in time', '2026-11-27', '2026-11-20', 0, false],
  ])('%s', (_what, ...[from, to, most, further]) => {
    expect(isFurtherThan(calendar, { from: day(from), to: day(to) }, most)).toBe(further);
  });
});
