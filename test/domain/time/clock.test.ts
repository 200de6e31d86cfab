import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CalendarYear } from '../../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { timeLeft } from '../../../shared/domain/time/clock-share.ts';
import {
  afterPause,
  extendClock,
  meetClock,
  pauseClock,
  recountClock,
  resumeClock,
  startClock,
  stopClock,
} from '../../../shared/domain/time/clock.ts';
import type {
  Clock,
  PausedClock,
  RunningClock,
  Term,
} from '../../../shared/domain/time/deadline.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { at, clockFace, day, momentBetween, official } from './shanghai.ts';

const HOUR = 3_600_000;
const fifteen = { amount: 15, unit: 'working_day' } as const;
const one = { amount: 1, unit: 'working_day' } as const;

const year2027: CalendarYear = {
  year: 2027,
  notices: ['https://www.gov.cn/1'],
  holidays: [{ name: '元旦', off: [day('2027-01-01')], makeup: [] }],
};
const loaded = { ...official, calendar: calendarOf([...officialCalendarYears, year2027]) };

const running = (clock: Clock): RunningClock => {
  if (clock.state !== 'running') throw new Error(`not running: ${clock.state}`);
  return clock;
};
const paused = (clock: Clock): PausedClock => {
  if (clock.state !== 'paused') throw new Error(`not paused: ${clock.state}`);
  return clock;
};
const started = (received: string, term: Term = one): RunningClock =>
  running(startClock(official, at(received), term));
const plus = (moment: Instant, ms: number): Instant => fromEpoch(toEpoch(moment) + ms);
const dueAfterPause = (received: string, from: string, to: string): string => {
  const stopped = pauseClock(official, started(received), at(from));
  return clockFace(running(resumeClock(official, stopped, at(to))).dueAt);
};

describe('a pause', () => {
  it('keeps the working time left', () => {
    const clock = paused(pauseClock(official, started('2026-11-19 10:00'), at('2026-11-20 09:30')));
    expect(clock.remainingMs).toBe(8 * HOUR);
    expect(clockFace(clock.dueAt)).toBe('2026-11-20 17:30');
    expect(timeLeft(official, clock, at('2026-12-01 12:00'))).toEqual({ ok: true, ms: 8 * HOUR });
  });

  it.each([
    ['within a day', '2026-11-20 09:30', '2026-11-20 10:30', '2026-11-23 09:30'],
    ['of no length', '2026-11-20 09:30', '2026-11-20 09:30', '2026-11-20 17:30'],
    ['overnight only', '2026-11-19 18:00', '2026-11-20 08:00', '2026-11-20 17:30'],
    ['until a Saturday', '2026-11-20 09:30', '2026-11-21 12:00', '2026-11-23 16:30'],
    ['until Monday before opening', '2026-11-20 09:30', '2026-11-23 08:00', '2026-11-23 16:30'],
    ['that begins when overdue', '2026-11-20 17:31', '2026-11-25 10:00', '2026-11-20 17:30'],
    ['that begins at the due moment', '2026-11-20 17:30', '2026-11-25 10:00', '2026-11-20 17:30'],
  ])('%s', (_what, ...[from, to, due]) => {
    expect(dueAfterPause('2026-11-19 10:00', from, to)).toBe(due);
  });

  it('crosses Spring Festival', () => {
    const due = dueAfterPause('2026-02-13 10:00', '2026-02-14 09:30', '2026-02-20 12:00');
    expect(due).toBe('2026-02-24 16:30');
  });

  const story = fc.record({
    received: momentBetween('2018-01-01', '2026-04-30'),
    amount: fc.integer({ min: 1, max: 30 }),
    gaps: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 400 * HOUR }), fc.integer({ min: 0, max: 400 * HOUR })),
      { minLength: 1, maxLength: 4 },
    ),
  });

  it('never changes the time left, whatever it crosses, nor brings the due moment forward', () => {
    fc.assert(
      fc.property(story, ({ received, amount, gaps }) => {
        let clock = running(startClock(official, received, { amount, unit: 'working_day' }));
        let now = received;
        for (const [run, stand] of gaps) {
          const from = plus(now, run);
          const to = plus(from, stand);
          const left = timeLeft(official, clock, from);
          const next = running(resumeClock(official, pauseClock(official, clock, from), to));
          expect(next.dueAt >= clock.dueAt).toBe(true);
          const kept = from <= clock.dueAt;
          expect(kept ? timeLeft(official, next, to) : next.dueAt).toEqual(
            kept ? left : clock.dueAt,
          );
          clock = next;
          now = to;
        }
        expect(clock.pauses).toHaveLength(gaps.length);
        expect(recountClock(official, clock, now)).toEqual(clock);
      }),
      { numRuns: 300 },
    );
  });

  it('is one pause however often it is asked for', () => {
    const once = pauseClock(official, started('2026-11-19 10:00'), at('2026-11-20 09:30'));
    expect(pauseClock(official, once, at('2026-11-20 11:00'))).toBe(once);
    const clock = started('2026-11-19 10:00');
    expect(resumeClock(official, clock, at('2026-11-20 11:00'))).toBe(clock);
  });
});

describe('meeting a duty', () => {
  it.each([
    ['2026-11-20 17:30', false],
    ['2026-11-20 17:30:01', true],
    ['2026-11-19 10:00', false],
  ])('at %s is late: %s', (moment, late) => {
    const clock = started('2026-11-19 10:00');
    const met = { state: 'met', at: at(moment), late, dueAt: clock.dueAt };
    expect(meetClock(clock, at(moment))).toEqual(met);
  });

  it('while it is paused counts as of the pause', () => {
    const inTime = pauseClock(official, started('2026-11-19 10:00'), at('2026-11-20 09:30'));
    expect(meetClock(inTime, at('2026-12-01 10:00'))).toMatchObject({ late: false });
    const overdue = pauseClock(official, started('2026-11-19 10:00'), at('2026-11-23 09:30'));
    expect(meetClock(overdue, at('2026-12-01 10:00'))).toMatchObject({ late: true });
  });

  it('may end without being met', () => {
    const moment = at('2026-11-20 09:30');
    expect(stopClock(moment)).toEqual({ state: 'stopped', at: moment });
  });
});

describe('an extension', () => {
  it('is the longer term, with the pauses made before', () => {
    const clock = started('2026-09-18 10:00', fifteen);
    const stood = pauseClock(official, clock, at('2026-09-21 08:30'));
    const went = resumeClock(official, stood, at('2026-09-22 08:30'));
    const longer = extendClock(official, went, { amount: 15, at: at('2026-09-23 10:00') });
    expect(clockFace(running(went).dueAt)).toBe('2026-10-16 17:30');
    expect(clockFace(running(longer).dueAt)).toBe('2026-11-06 17:30');
    expect(longer.term).toEqual({ amount: 30, unit: 'working_day' });
  });
});

describe('a pending calendar', () => {
  const received = at('2026-12-11 10:00');
  const pending = startClock(official, received, fifteen);

  it('is a state that names the year and when the wait began', () => {
    expect(pending).toMatchObject({ state: 'pending_calendar', year: 2027, since: received });
  });

  it('ends when the notice is loaded, and not before', () => {
    const later = at('2026-12-20 10:00');
    expect(recountClock(official, pending, later)).toEqual(pending);
    const known = running(recountClock(loaded, pending, later));
    expect(clockFace(known.dueAt)).toBe('2027-01-04 17:30');
  });

  it('keeps a pause until it can be counted', () => {
    const stood = pauseClock(official, pending, at('2026-12-14 08:30'));
    expect(stood).toMatchObject({ state: 'pending_calendar', since: received });
    expect(paused(recountClock(loaded, stood, received)).remainingMs).toBe(15 * 9 * HOUR);
    const went = resumeClock(official, stood, at('2026-12-15 08:30'));
    expect(clockFace(running(recountClock(loaded, went, received)).dueAt)).toBe('2027-01-05 17:30');
  });

  it('can begin with a pause that pushes the due moment over the year end', () => {
    const clock = started('2026-12-30 10:00');
    const stood = pauseClock(official, clock, at('2026-12-31 09:30'));
    const went = resumeClock(official, stood, at('2026-12-31 10:30'));
    expect(went).toMatchObject({ state: 'pending_calendar', year: 2027 });
    expect(clockFace(running(recountClock(loaded, went, received)).dueAt)).toBe('2027-01-04 09:30');
  });

  it('is met in time before that year, for it cannot be due yet', () => {
    const met = { state: 'met', at: at('2026-12-31 23:00'), late: false };
    expect(meetClock(pending, at('2026-12-31 23:00'))).toEqual(met);
  });

  it.each([
    ['2027-01-04 17:30', false],
    ['2027-01-04 17:31', true],
  ])('met at %s is decided when the notice is there: late %s', (moment, late) => {
    const waiting = meetClock(pending, at(moment));
    if (waiting.state !== 'pending_calendar') throw new Error('must wait');
    expect(recountClock(loaded, waiting, at('2027-02-01 10:00'))).toMatchObject({
      state: 'met',
      at: at(moment),
      late,
    });
  });

  it('keeps that it was met while its notice is still awaited, and since when', () => {
    const waiting = meetClock(pending, at('2027-01-04 17:30'));
    if (waiting.state !== 'pending_calendar') throw new Error('must wait');
    expect(recountClock(official, waiting, at('2027-02-01 10:00'))).toEqual({
      ...pending,
      metAt: at('2027-01-04 17:30'),
    });
    expect(meetClock(waiting, at('2027-01-05 09:00'))).toEqual(waiting);
  });

  it('stays met when the work that was already done is paused or extended', () => {
    const waiting = meetClock(pending, at('2027-01-04 17:30'));
    if (waiting.state !== 'pending_calendar') throw new Error('must wait');
    const metAt = at('2027-01-04 17:30');
    const moment = at('2027-01-05 09:00');
    expect(pauseClock(official, waiting, moment)).toMatchObject({ metAt, pausedAt: moment });
    const extension = { amount: 1, at: moment };
    expect(extendClock(official, waiting, extension)).toMatchObject({ metAt });
  });

  it('may be paused twice before it can be counted', () => {
    let clock = startClock(official, at('2026-12-30 10:00'), one);
    clock = pauseClock(official, clock, at('2026-12-31 09:30'));
    clock = resumeClock(official, clock, at('2026-12-31 10:30'));
    clock = pauseClock(official, clock, at('2026-12-31 11:00'));
    clock = resumeClock(official, clock, at('2026-12-31 12:00'));
    expect(clock).toMatchObject({ state: 'pending_calendar', year: 2027 });
    expect(clock.pauses).toHaveLength(2);
    expect(clockFace(running(recountClock(loaded, clock, received)).dueAt)).toBe(
      '2027-01-04 10:30',
    );
  });

  it('is needed for a year that only the time left crosses', () => {
    const gap = {
      ...official,
      calendar: calendarOf(officialCalendarYears.filter(({ year }) => year !== 2025)),
    };
    const term = { amount: 366, unit: 'calendar_day' } as const;
    const long = startClock(gap, at('2024-12-31 10:00'), term);
    expect(clockFace(running(long).dueAt)).toBe('2026-01-04 17:30');
    const pending2025 = { ok: false, reason: 'pending_calendar', year: 2025 };
    const pause = { from: at('2024-12-31 11:00'), to: at('2026-02-02 10:00') };
    expect(afterPause(gap, running(long).dueAt, pause)).toEqual(pending2025);
    expect(pauseClock(gap, long, pause.from)).toMatchObject({
      state: 'pending_calendar',
      year: 2025,
      pausedAt: pause.from,
    });
  });

  it('is counted again when a year is corrected', () => {
    const extra = { name: '特别假', off: [day('2026-11-20')], makeup: [] };
    const years = officialCalendarYears.map((year) =>
      year.year === 2026 ? { ...year, holidays: [...year.holidays, extra] } : year,
    );
    const corrected = { ...official, calendar: calendarOf(years) };
    const clock = started('2026-11-19 10:00');
    const again = running(recountClock(corrected, clock, at('2026-11-19 12:00')));
    expect(clockFace(again.dueAt)).toBe('2026-11-23 17:30');
  });
});
