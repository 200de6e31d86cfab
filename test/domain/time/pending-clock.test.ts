import { describe, expect, it } from 'vitest';

import type { CalendarYear } from '../../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import {
  afterPause,
  extendClock,
  meetClock,
  pauseClock,
  recountClock,
  resumeClock,
  startClock,
} from '../../../shared/domain/time/clock.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { at, clockFace, day, official, paused, running } from './shanghai.ts';

const HOUR = 3_600_000;
const fifteen = { amount: 15, unit: 'working_day' } as const;
const one = { amount: 1, unit: 'working_day' } as const;

const year2027: CalendarYear = {
  year: 2027,
  notices: [{ url: 'https://www.gov.cn/1', number: '国办发明电〔2026〕1号' }],
  holidays: [{ name: '元旦', off: [day('2027-01-01')], makeup: [] }],
};
const loaded = { ...official, calendar: calendarOf([...officialCalendarYears, year2027]) };

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
    const clock = startClock(official, at('2026-12-30 10:00'), one);
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
    const clock = startClock(official, at('2026-11-19 10:00'), one);
    const again = running(recountClock(corrected, clock, at('2026-11-19 12:00')));
    expect(clockFace(again.dueAt)).toBe('2026-11-23 17:30');
  });
});
