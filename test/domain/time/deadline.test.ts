import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  Clock,
  clockStates,
  defaultOffice,
  dueAt,
  Office,
  startDate,
  Term,
} from '../../../shared/domain/time/deadline.ts';
import type { Due } from '../../../shared/domain/time/deadline.ts';
import { civilDateOf, minuteOfDay } from '../../../shared/domain/time/instant.ts';
import {
  addWorkingDays,
  dayKind,
  workingDaysBetween,
} from '../../../shared/domain/time/working-days.ts';
import { afterWorkingDays } from '../../../shared/domain/time/working-time.ts';
import { at, clockFace, momentBetween, official, plain } from './shanghai.ts';

const workingDays = (amount: number) => ({ amount, unit: 'working_day' }) as const;
const calendarDays = (amount: number) => ({ amount, unit: 'calendar_day' }) as const;
const shown = (due: Due): string =>
  due.state === 'running' ? `${due.startedOn} ${clockFace(due.dueAt)}` : `pending ${due.year}`;

const readings = [
  ['as received', plain],
  ['working day', official],
] as const;

describe('dueAt in working days', () => {
  it.each([
    ['before the office opens', '2026-11-20 07:59', 1, '2026-11-20 2026-11-23 17:30'],
    ['where the UTC day changes', '2026-11-20 08:01', 1, '2026-11-20 2026-11-23 17:30'],
    ['just before the cut-off', '2026-11-20 17:29', 1, '2026-11-20 2026-11-23 17:30'],
    ['at the cut-off', '2026-11-20 17:30', 1, '2026-11-20 2026-11-23 17:30'],
    ['a second after the cut-off', '2026-11-20 17:30:01', 1, '2026-11-23 2026-11-24 17:30'],
    ['a minute after the cut-off', '2026-11-20 17:31', 1, '2026-11-23 2026-11-24 17:30'],
    ['late in the evening', '2026-11-20 23:59', 1, '2026-11-23 2026-11-24 17:30'],
    ['on a Saturday', '2026-11-21 10:00', 1, '2026-11-23 2026-11-24 17:30'],
    ['at midnight before Monday', '2026-11-23 00:00', 1, '2026-11-23 2026-11-24 17:30'],
    ['on a make-up Sunday', '2026-09-20 10:00', 1, '2026-09-20 2026-09-21 17:30'],
    ['late before a make-up Sunday', '2026-09-18 17:31', 1, '2026-09-20 2026-09-21 17:30'],
    ['in Spring Festival', '2026-02-18 10:00', 1, '2026-02-24 2026-02-25 17:30'],
    ['at the year end', '2025-12-31 17:31', 1, '2026-01-04 2026-01-05 17:30'],
    ['over National Day', '2026-09-18 10:00', 15, '2026-09-18 2026-10-15 17:30'],
    ['into a year without notice', '2026-12-11 10:00', 15, 'pending 2027'],
    ['the last term that is known', '2026-12-10 10:00', 15, '2026-12-10 2026-12-31 17:30'],
    ['pushed over by the cut-off', '2026-12-10 17:31', 15, 'pending 2027'],
    ['received into a year without notice', '2026-12-31 18:00', 1, 'pending 2027'],
    ['received in a year without notice', '2027-01-05 10:00', 1, 'pending 2027'],
  ])('%s', (_what, ...[received, amount, expected]) => {
    expect(shown(dueAt(official, at(received), workingDays(amount)))).toBe(expected);
  });

  it.each(readings)(
    'is the end of the n-th working day after the day of receipt (%s)',
    (_name, timetable) => {
      fc.assert(
        fc.property(
          momentBetween('2018-01-01', '2026-09-30'),
          fc.integer({ min: 1, max: 30 }),
          (received, amount) => {
            const due = dueAt(timetable, received, workingDays(amount));
            const start = startDate(timetable, received);
            if (due.state !== 'running' || !start.ok) throw new Error('known years only');
            const counted = addWorkingDays(official.calendar, start.date, amount);
            expect(counted).toEqual({ ok: true, date: due.dueOn });
            expect(civilDateOf(due.dueAt)).toBe(due.dueOn);
            expect(minuteOfDay(due.dueAt)).toBe(defaultOffice.dayEnd);
            expect(due.dueAt > received).toBe(true);
          },
        ),
      );
    },
  );

  it.each(readings)(
    'never falls due earlier for what was received later (%s)',
    (_name, timetable) => {
      fc.assert(
        fc.property(
          momentBetween('2024-01-01', '2026-09-30'),
          momentBetween('2024-01-01', '2026-09-30'),
          (a, b) => {
            const [first, second] = [a, b].toSorted();
            const early = dueAt(timetable, first!, workingDays(15));
            const late = dueAt(timetable, second!, workingDays(15));
            if (early.state !== 'running' || late.state !== 'running')
              throw new Error('known years');
            expect(early.dueAt <= late.dueAt).toBe(true);
          },
        ),
      );
    },
  );

  it('follows the office hours it is given', () => {
    const office = { dayStart: 9 * 60, cutOff: 16 * 60, dayEnd: 17 * 60 };
    const shorter = { ...official, office };
    const due = dueAt(shorter, at('2026-11-20 16:01'), workingDays(1));
    expect(shown(due)).toBe('2026-11-23 2026-11-24 17:00');
  });
});

describe('dueAt in calendar days', () => {
  it.each([
    ['ends on a working day', '2026-11-16 10:00', 1, '2026-11-16 2026-11-17 17:30'],
    ['moves from a Saturday to Monday', '2026-11-20 10:00', 1, '2026-11-20 2026-11-23 17:30'],
    ['stays on a make-up Saturday', '2026-10-09 10:00', 1, '2026-10-09 2026-10-10 17:30'],
    ['moves past National Day', '2026-09-18 10:00', 15, '2026-09-18 2026-10-08 17:30'],
    ['starts on a working day', '2026-11-21 10:00', 2, '2026-11-23 2026-11-25 17:30'],
    ['ends in a year without notice', '2026-12-18 10:00', 14, 'pending 2027'],
    ['ends on the last known day', '2026-12-17 10:00', 14, '2026-12-17 2026-12-31 17:30'],
  ])('%s', (_what, ...[received, amount, expected]) => {
    expect(shown(dueAt(official, at(received), calendarDays(amount)))).toBe(expected);
  });

  it('always ends on a working day, and never before the last day of the term', () => {
    fc.assert(
      fc.property(
        momentBetween('2018-01-01', '2026-09-30'),
        fc.integer({ min: 1, max: 60 }),
        (received, amount) => {
          const due = dueAt(official, received, calendarDays(amount));
          if (due.state !== 'running') throw new Error('known years only');
          expect(dayKind(official.calendar, due.dueOn)).toMatchObject({ working: true });
          const days = (Date.parse(due.dueOn) - Date.parse(due.startedOn)) / 86_400_000;
          expect(days).toBeGreaterThanOrEqual(amount);
        },
      ),
    );
  });
});

describe('working days after a due moment', () => {
  it.each([
    ['2026-11-20 17:30', 3, '2026-11-25 17:30'],
    ['2026-11-20 10:00', 3, '2026-11-25 10:00'],
    ['2026-09-30 17:30', 1, '2026-10-08 17:30'],
    ['2026-11-21 03:00', 1, '2026-11-23 17:30'],
  ])('%s + %i is %s', (from, days, expected) => {
    const moment = afterWorkingDays(official, at(from), days);
    expect(moment.ok && clockFace(moment.at)).toBe(expected);
  });

  it('lands on the n-th working day after a day end', () => {
    fc.assert(
      fc.property(
        momentBetween('2018-01-01', '2026-08-31'),
        fc.integer({ min: 1, max: 15 }),
        (received, days) => {
          const due = dueAt(official, received, workingDays(3));
          if (due.state !== 'running') throw new Error('known years only');
          const moment = afterWorkingDays(official, due.dueAt, days);
          if (!moment.ok) throw new Error('known years only');
          const apart = workingDaysBetween(official.calendar, due.dueOn, civilDateOf(moment.at));
          expect(apart).toEqual({ ok: true, days });
        },
      ),
    );
  });

  it('waits for the notice too', () => {
    const pending = { ok: false, reason: 'pending_calendar', year: 2027 };
    expect(afterWorkingDays(official, at('2026-12-31 17:30'), 1)).toEqual(pending);
  });
});

describe('the schemas', () => {
  it('take office hours in order and nothing else', () => {
    expect(Office.safeParse(defaultOffice).success).toBe(true);
    expect(Office.safeParse({ ...defaultOffice, dayEnd: 500 }).success).toBe(false);
    expect(Office.safeParse({ ...defaultOffice, cutOff: 60 }).success).toBe(false);
    expect(Office.safeParse({ ...defaultOffice, dayEnd: 1_441 }).success).toBe(false);
  });

  it.each([
    ['an end at its beginning', { dayEnd: defaultOffice.dayStart }, ['dayEnd']],
    ['a cut-off before the beginning', { cutOff: defaultOffice.dayStart - 1 }, ['cutOff']],
    ['a cut-off at the beginning', { cutOff: defaultOffice.dayStart }, undefined],
  ])('take no office with %s, and name what is wrong', (_what, change, path) => {
    const parsed = Office.safeParse({ ...defaultOffice, ...change });
    expect(parsed.error?.issues[0]?.path).toEqual(path);
  });

  const since = at('2026-11-20 09:00');
  const facts = {
    startedAt: since,
    term: workingDays(1),
    pauses: [{ from: since, to: since }],
  };
  const clocks = {
    running: { state: 'running', ...facts, dueAt: since },
    paused: { state: 'paused', ...facts, dueAt: since, pausedAt: since, remainingMs: 0 },
    pending_calendar: { state: 'pending_calendar', ...facts, year: 2027, since },
    met: { state: 'met', at: since, late: true },
    stopped: { state: 'stopped', at: since },
  };

  it.each(clockStates)('take a clock that is %s with its members, and no other', (state) => {
    const clock: Record<string, unknown> = clocks[state];
    expect(Clock.parse(clock)).toEqual(clock);
    expect(Clock.safeParse({ ...clock, more: 1 }).success).toBe(false);
    for (const name of Object.keys(clock)) {
      const { [name]: _left, ...rest } = clock;
      expect(Clock.safeParse(rest).success).toBe(false);
    }
  });

  it('take clocks in five states, and pauses with both ends', () => {
    expect(clockStates).toEqual(Object.keys(clocks));
    expect(Clock.safeParse({ ...clocks.running, pauses: [{ from: since }] }).success).toBe(false);
    expect(Clock.safeParse({ ...clocks.running, state: '' }).success).toBe(false);
    const optional = { ...clocks.pending_calendar, pausedAt: since, metAt: since };
    expect(Clock.parse(optional)).toEqual(optional);
  });

  it('take terms of whole days from 1 on', () => {
    expect(Term.safeParse(workingDays(15)).success).toBe(true);
    expect(Term.safeParse(calendarDays(15)).success).toBe(true);
    for (const term of [workingDays(0), workingDays(1.5), { amount: 1, unit: 'month' }]) {
      expect(Term.safeParse(term).success).toBe(false);
    }
  });
});
