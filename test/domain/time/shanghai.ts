/** Short notations for tests of civil time: moments are written in Shanghai time. */
import * as fc from 'fast-check';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { defaultOffice } from '../../../shared/domain/time/deadline.ts';
import type {
  Clock,
  PausedClock,
  RunningClock,
  Timetable,
} from '../../../shared/domain/time/deadline.ts';
import {
  civilDate,
  fromEpoch,
  parseInstant,
  toEpoch,
  withOffset,
} from '../../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';

/** `at('2026-11-20 17:31')` */
export const at = (text: string): Instant => {
  const [date, clock = ''] = text.split(' ');
  const seconds = clock.length === 5 ? ':00' : '';
  const moment = parseInstant(`${date}T${clock}${seconds}+08:00`);
  if (!moment) throw new Error(`not a moment: ${text}`);
  return moment;
};

export const day = (text: string): CivilDate => {
  const date = civilDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
};

/** The inverse: `2026-11-20 17:31`. */
export const clockFace = (moment: Instant): string =>
  withOffset(moment).slice(0, 16).replace('T', ' ');

/** What comes after the cut-off is received on the next working day. */
export const official: Timetable = {
  calendar: calendarOf(officialCalendarYears),
  office: defaultOffice,
  receiptDay: 'working_day',
};

/** What comes after the cut-off is received on the day on which it comes. */
export const plain: Timetable = { ...official, receiptDay: 'as_received' };

/** The clock, which must run. */
export const running = (clock: Clock): RunningClock => {
  if (clock.state !== 'running') throw new Error(`not running: ${clock.state}`);
  return clock;
};

/** The clock, which must stand. */
export const paused = (clock: Clock): PausedClock => {
  if (clock.state !== 'paused') throw new Error(`not paused: ${clock.state}`);
  return clock;
};

/** Any moment between two days, with millisecond resolution. */
export const momentBetween = (first: string, last: string): fc.Arbitrary<Instant> =>
  fc
    .integer({ min: toEpoch(at(`${first} 00:00`)), max: toEpoch(at(`${last} 23:59`)) })
    .map(fromEpoch);

/** Any day between two days. */
export const dateBetween = (first: string, last: string): fc.Arbitrary<CivilDate> =>
  fc
    .integer({ min: Date.parse(first) / 86_400_000, max: Date.parse(last) / 86_400_000 })
    .map((days) => day(new Date(days * 86_400_000).toISOString().slice(0, 10)));
