/**
 * From the moment of receipt to the due moment.
 *
 * Receipt: what arrives on a working day up to and including the cut-off is received that day; what
 * arrives later, or on a day off, is received on the next working day. The day of receipt is never
 * counted. So Friday 17:30:00 with one working day is due on Monday, Friday 17:31 on Tuesday.
 *
 * Term: working days are counted by the calendar. Calendar days are counted one by one, and when
 * the last is a day off the term ends on the next working day. Both end at the office's day end.
 */
import * as z from 'zod/mini';

import { atCivil, civilDateOf, nextDate } from './instant.ts';
import type { CivilDate, Instant } from './instant.ts';
import { addWorkingDays, workingDayFrom } from './working-days.ts';
import type { Calendar, DateAnswer } from './working-days.ts';

export const Term = z.object({
  amount: z.int().check(z.gte(1), z.lte(366)),
  unit: z.enum(['working_day', 'calendar_day']),
});
export type Term = Readonly<z.output<typeof Term>>;

const Minute = z.int().check(z.gte(0), z.lte(1_440));

/** Office hours in minutes since midnight, Shanghai time. */
export const Office = z.object({ dayStart: Minute, cutOff: Minute, dayEnd: Minute }).check(
  z.refine(({ dayStart, dayEnd }) => dayStart < dayEnd, { path: ['dayEnd'] }),
  z.refine(({ dayStart, cutOff }) => dayStart <= cutOff, { path: ['cutOff'] }),
);
export type Office = Readonly<z.output<typeof Office>>;

export const defaultOffice: Office = {
  dayStart: 8 * 60 + 30,
  cutOff: 17 * 60 + 30,
  dayEnd: 17 * 60 + 30,
};

/** What every deadline is computed with. */
export interface Timetable {
  readonly calendar: Calendar;
  readonly office: Office;
}

export type Due =
  | {
      readonly state: 'running';
      /** The day of receipt, which is not counted. */
      readonly startedOn: CivilDate;
      readonly dueOn: CivilDate;
      /** Still in time at exactly this moment. */
      readonly dueAt: Instant;
    }
  | { readonly state: 'pending_calendar'; readonly year: number };

export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a clock is counted from; kept so that it can be recounted with a corrected calendar. */
export interface ClockFacts {
  readonly startedAt: Instant;
  readonly term: Term;
  readonly pauses: readonly Pause[];
}

export interface RunningClock extends ClockFacts {
  readonly state: 'running';
  readonly dueAt: Instant;
}

export interface PausedClock extends ClockFacts {
  readonly state: 'paused';
  readonly pausedAt: Instant;
  /** The due moment that was valid when the pause began. */
  readonly dueAt: Instant;
  /** Working time left, in milliseconds; 0 when overdue. */
  readonly remainingMs: number;
}

/**
 * Waits for the notice of `year`. It may be paused or met in the meantime, which counts once the
 * notice is known.
 */
export interface PendingClock extends ClockFacts {
  readonly state: 'pending_calendar';
  readonly year: number;
  readonly since: Instant;
  readonly pausedAt?: Instant | undefined;
  readonly metAt?: Instant | undefined;
}

export interface MetClock {
  readonly state: 'met';
  readonly at: Instant;
  readonly late: boolean;
  /** Absent when the duty was met, certainly in time, before its due moment was known. */
  readonly dueAt?: Instant | undefined;
}

export interface StoppedClock {
  readonly state: 'stopped';
  readonly at: Instant;
}

export type OpenClock = RunningClock | PausedClock | PendingClock;

/** The clock of one duty on a ticket; the operations are in `clock.ts`. */
export type Clock = OpenClock | MetClock | StoppedClock;

export const isAfterCutOff = (office: Office, at: Instant): boolean =>
  at > atCivil(civilDateOf(at), office.cutOff);

/** Returns the working day on which something received at `at` counts as received. */
export const startDate = ({ calendar, office }: Timetable, at: Instant): DateAnswer => {
  const received = civilDateOf(at);
  return workingDayFrom(calendar, isAfterCutOff(office, at) ? nextDate(received) : received);
};

const lastDate = (calendar: Calendar, start: CivilDate, term: Term): DateAnswer =>
  term.unit === 'working_day'
    ? addWorkingDays(calendar, start, term.amount)
    : workingDayFrom(calendar, nextDate(start, term.amount));

/**
 * Returns the due moment. Pending when the receipt or the count needs a day of a year without a
 * notice.
 */
export const dueAt = (timetable: Timetable, at: Instant, term: Term): Due => {
  const start = startDate(timetable, at);
  if (!start.ok) return { state: 'pending_calendar', year: start.year };
  const last = lastDate(timetable.calendar, start.date, term);
  if (!last.ok) return { state: 'pending_calendar', year: last.year };
  return {
    state: 'running',
    startedOn: start.date,
    dueOn: last.date,
    dueAt: atCivil(last.date, timetable.office.dayEnd),
  };
};
