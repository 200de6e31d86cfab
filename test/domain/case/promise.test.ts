import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { lightOf, promiseOf } from '../../../shared/domain/case/promise.ts';
import { defaultOffice } from '../../../shared/domain/time/deadline.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { workingTimeBetween } from '../../../shared/domain/time/working-time.ts';
import { corrected2026, invented2027 } from '../../support/calendar-year.ts';
import { at, clockFace, momentBetween, official } from '../time/shanghai.ts';

type Promised = Pick<Case, 'promiseWorkingDays' | 'timeline'>;

const event = (type: 'accepted' | 'finished', moment: string) => ({
  eventId: type,
  type,
  at: at(moment),
  accessKey: 'AK1',
});

const accepted = (moment: string, days?: number): Promised => ({
  promiseWorkingDays: days,
  timeline: [event('accepted', moment)],
});

const finished = (known: Promised, moment: string): Promised => ({
  ...known,
  timeline: [...known.timeline, event('finished', moment)],
});

const dueOf = (known: Promised, timetable = official): string => {
  const promise = promiseOf(known, timetable);
  if (promise?.dueAt !== undefined) return clockFace(promise.dueAt);
  return promise === undefined ? 'none' : `pending ${promise.pendingYear}`;
};

const lightAt = (known: Promised, moment: Instant, timetable = official): string => {
  const promise = promiseOf(known, timetable);
  return promise === undefined ? 'none' : lightOf(known, promise, moment);
};

/** INVENTED years for tests, in addition to the official ones. */
const later = {
  ...official,
  calendar: calendarOf([...officialCalendarYears, invented2027]),
};
const corrected = {
  ...official,
  calendar: calendarOf([...officialCalendarYears, corrected2026]),
};

describe('the due moment of a promise', () => {
  it.each([
    ['of five days, over a weekend', '2026-11-20 09:00', 5, '2026-11-27 17:30'],
    ['of one day', '2026-11-19 09:00', 1, '2026-11-20 17:30'],
    ['of no day, the day itself', '2026-11-20 09:00', 0, '2026-11-20 17:30'],
    ['of no day, at the very end of the office day', '2026-11-20 17:30', 0, '2026-11-20 17:30'],
    ['of no day, after office hours', '2026-11-20 17:31', 0, '2026-11-23 17:30'],
    ['of no day, on a Saturday', '2026-11-21 10:00', 0, '2026-11-23 17:30'],
    [
      'accepted at 07:59 in Shanghai, 23:59 UTC of the day before',
      '2026-11-19 07:59',
      1,
      '2026-11-20 17:30',
    ],
    ['accepted at 08:01 in Shanghai', '2026-11-19 08:01', 1, '2026-11-20 17:30'],
    ['accepted after the cut-off', '2026-11-19 17:31', 1, '2026-11-23 17:30'],
    ['accepted on a Sunday', '2026-11-22 10:00', 1, '2026-11-24 17:30'],
    ['over National Day', '2026-09-30 10:00', 1, '2026-10-08 17:30'],
    ['that ends with the year', '2026-12-30 10:00', 1, '2026-12-31 17:30'],
    ['that reaches into a year without notice', '2026-12-31 10:00', 1, 'pending 2027'],
    ['of no day, late on the last day of the year', '2026-12-31 18:00', 0, 'pending 2027'],
    [
      'of no day, at the very end of the year’s last day',
      '2026-12-31 17:30',
      0,
      '2026-12-31 17:30',
    ],
    ['of a whole year', '2026-02-02 10:00', 365, 'pending 2027'],
  ])('%s', (_what, moment, days, due) => {
    expect(dueOf(accepted(moment, days))).toBe(due);
  });

  it('of no day ends with the office day, also where mail is taken longer', () => {
    const office = { ...defaultOffice, cutOff: 18 * 60 };
    const known = accepted('2026-11-20 17:45', 0);
    expect(dueOf(known, { ...official, office })).toBe('2026-11-23 17:30');
  });

  it('is counted once the year is loaded', () => {
    const known = accepted('2026-12-31 10:00', 1);
    // By the invented notice, 1 to 3 January are days off; the 4th is a Monday.
    expect(dueOf(known, later)).toBe('2027-01-04 17:30');
  });

  it('moves with a correction of the year', () => {
    const known = accepted('2026-11-20 09:00', 1);
    expect([dueOf(known), dueOf(known, corrected)]).toEqual([
      '2026-11-23 17:30',
      '2026-11-24 17:30',
    ]);
  });

  it('is none without acceptance or without a named term', () => {
    expect(dueOf(accepted('2026-11-20 09:00'))).toBe('none');
    expect(
      dueOf({ promiseWorkingDays: 5, timeline: [event('finished', '2026-11-20 09:00')] }),
    ).toBe('none');
  });

  it('counts from the first acceptance of several', () => {
    const known = accepted('2026-11-19 09:00', 1);
    const again = { ...event('accepted', '2026-11-25 09:00'), eventId: 'again' };
    expect(dueOf({ ...known, timeline: [...known.timeline, again] })).toBe('2026-11-20 17:30');
  });
});

const around = (moment: Instant, ms: number): Instant => fromEpoch(toEpoch(moment) + ms);

describe('the light of a running promise', () => {
  const known = accepted('2026-11-19 17:31', 5);
  const promise = promiseOf(known, official);
  const [due, yellow] = [promise?.dueAt, promise?.yellowAt] as readonly [Instant, Instant];

  it('turns yellow when a fifth of the working time is left', () => {
    expect(clockFace(due)).toBe('2026-11-27 17:30');
    const left = workingTimeBetween(official, yellow, due);
    const whole = workingTimeBetween(official, at('2026-11-19 17:31'), due);
    expect(left.ok && whole.ok && left.ms / whole.ms).toBe(0.2);
  });

  it.each([
    [yellow, -1, 'green'],
    [yellow, 0, 'yellow'],
    [due, 0, 'yellow'],
    [due, 1, 'red'],
  ])('around its moments: %s %d ms is %s', (moment, ms, light) => {
    expect(lightAt(known, around(moment, ms))).toBe(light);
  });

  it('of a promise that ends as it begins is yellow at that moment and red after it', () => {
    const ends = accepted('2026-12-31 17:30', 0);
    expect(promiseOf(ends, official)).toEqual({
      dueAt: at('2026-12-31 17:30'),
      yellowAt: at('2026-12-31 17:30'),
    });
    expect(lightAt(ends, at('2026-12-31 17:30'))).toBe('yellow');
    expect(lightAt(ends, at('2026-12-31 17:31'))).toBe('red');
  });

  it('is pending while the calendar is awaited, whatever the time, and known afterwards', () => {
    const waits = accepted('2026-12-31 10:00', 1);
    expect(lightAt(waits, at('2027-03-01 10:00'))).toBe('pending_calendar');
    expect(lightAt(waits, at('2027-01-04 17:30'), later)).toBe('yellow');
    expect(lightAt(waits, at('2027-01-04 17:31'), later)).toBe('red');
  });
});

describe('the light of a finished case', () => {
  const known = accepted('2026-11-19 09:00', 1);

  it.each([
    ['before it is due', '2026-11-20 10:00', 'green'],
    ['at exactly the due moment', '2026-11-20 17:30:00', 'green'],
    ['a second late', '2026-11-20 17:30:01', 'red'],
  ])('%s stays so for good', (_what, moment, light) => {
    expect(lightAt(finished(known, moment), at('2026-12-01 10:00'))).toBe(light);
  });

  it('is in time before the unknown year, and unknown in it until it is loaded', () => {
    const waits = accepted('2026-12-30 10:00', 2);
    const now = at('2027-02-01 10:00');
    expect(lightAt(finished(waits, '2026-12-31 23:59'), now)).toBe('green');
    expect(lightAt(finished(waits, '2027-01-01 00:00'), now)).toBe('pending_calendar');
    expect(lightAt(finished(waits, '2027-01-04 09:00'), now, later)).toBe('green');
    expect(lightAt(finished(waits, '2027-01-05 09:00'), now, later)).toBe('red');
  });
});

describe('any promise', () => {
  it('turns yellow after it began, is due no earlier, and ends with an office day', () => {
    fc.assert(
      fc.property(
        momentBetween('2024-01-02', '2026-10-01'),
        fc.integer({ min: 0, max: 40 }),
        (from, days) => {
          const known = accepted('2026-11-20 09:00', days);
          const timeline = known.timeline.map((entry) => ({ ...entry, at: from }));
          const promise = promiseOf({ ...known, timeline }, official);
          expect(promise?.yellowAt).toBeDefined();
          const { yellowAt = '', dueAt = '' } = promise ?? {};
          expect(from <= yellowAt && yellowAt <= dueAt).toBe(true);
          expect(clockFace(dueAt as Instant)).toMatch(/17:30$/);
        },
      ),
    );
  });
});
