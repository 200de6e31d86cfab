/**
 * From the moment of receipt to the due moment.
 *
 * Receipt: the day of receipt is never counted. Which day it is for what arrives after the cut-off
 * or on a day off, a policy chooses (`receiptDays`).
 *
 * Term: working days are counted by the calendar. Calendar days are counted one by one, and when
 * the last is a day off the term ends on the next working day. Both end at the office's day end.
 */
import * as z from 'zod/mini';

import { namesOf } from '../text/names-of.ts';
import { atCivil, civilDateOf, Instant, nextDate } from './instant.ts';
import type { CivilDate } from './instant.ts';
import { addWorkingDays, workingDayFrom } from './working-days.ts';
import type { Calendar, DateAnswer } from './working-days.ts';

export const termUnits = ['working_day', 'calendar_day'] as const;

export const Term = z.object({
  amount: z.int().check(z.gte(1), z.lte(366)),
  unit: z.enum(termUnits),
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

/**
 * The day of receipt of what arrives after the cut-off or on a day off. `as_received`: the day on
 * which it arrived, so the next working day is day 1 (民法典 201, 203). `working_day`: the next
 * working day, so the one behind it is day 1. One working day from Friday 17:31 ends on Monday, or
 * on Tuesday; from Friday 17:30 both end on Monday.
 */
export const receiptDays = ['as_received', 'working_day'] as const;
type ReceiptDay = (typeof receiptDays)[number];

/** What every deadline is computed with. */
export interface Timetable {
  readonly calendar: Calendar;
  readonly office: Office;
  readonly receiptDay: ReceiptDay;
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

export const Pause = z.strictObject({ from: Instant, to: Instant });
export type Pause = Readonly<z.output<typeof Pause>>;

/** Without the limits of a policy's term, because extensions go beyond them. */
const ClockTerm = z.strictObject({ amount: z.int(), unit: Term.shape.unit });

/** What a clock is counted from; kept so that it can be recounted with a corrected calendar. */
const facts = {
  startedAt: Instant,
  term: ClockTerm,
  pauses: z.readonly(z.array(Pause)),
};
const ClockFacts = z.strictObject(facts);
export type ClockFacts = Readonly<z.output<typeof ClockFacts>>;

const RunningClock = z.strictObject({ state: z.literal('running'), ...facts, dueAt: Instant });
export type RunningClock = Readonly<z.output<typeof RunningClock>>;

const PausedClock = z.strictObject({
  state: z.literal('paused'),
  ...facts,
  pausedAt: Instant,
  /** The due moment that was valid when the pause began. */
  dueAt: Instant,
  /** Working time left, in milliseconds; 0 when overdue. */
  remainingMs: z.int(),
});
export type PausedClock = Readonly<z.output<typeof PausedClock>>;

/**
 * Waits for the notice of `year`. It may be paused or met in the meantime, which counts once the
 * notice is known.
 */
const PendingClock = z.strictObject({
  state: z.literal('pending_calendar'),
  ...facts,
  year: z.int(),
  since: Instant,
  pausedAt: z.optional(Instant),
  metAt: z.optional(Instant),
});
export type PendingClock = Readonly<z.output<typeof PendingClock>>;

const MetClock = z.strictObject({
  state: z.literal('met'),
  at: Instant,
  late: z.boolean(),
  /** Absent when the duty was met, certainly in time, before its due moment was known. */
  dueAt: z.optional(Instant),
});
export type MetClock = Readonly<z.output<typeof MetClock>>;

const StoppedClock = z.strictObject({ state: z.literal('stopped'), at: Instant });
export type StoppedClock = Readonly<z.output<typeof StoppedClock>>;

export type OpenClock = RunningClock | PausedClock | PendingClock;

/** The clock of one duty on a ticket; the operations are in `clock.ts`. */
export const Clock = z.discriminatedUnion('state', [
  RunningClock,
  PausedClock,
  PendingClock,
  MetClock,
  StoppedClock,
]);
export type Clock = Readonly<z.output<typeof Clock>>;

export const clockStates = namesOf<Clock['state']>({
  running: true,
  paused: true,
  pending_calendar: true,
  met: true,
  stopped: true,
});

const isAfterCutOff = (office: Office, at: Instant): boolean =>
  at > atCivil(civilDateOf(at), office.cutOff);

/** Returns the day on which something received at `at` counts as received. */
export const startDate = ({ calendar, office, receiptDay }: Timetable, at: Instant): DateAnswer => {
  const received = civilDateOf(at);
  if (receiptDay === 'as_received') return { ok: true, date: received };
  return workingDayFrom(calendar, isAfterCutOff(office, at) ? nextDate(received) : received);
};

const lastDate = (calendar: Calendar, start: CivilDate, term: Term): DateAnswer => {
  switch (term.unit) {
    case 'working_day':
      return addWorkingDays(calendar, start, term.amount);
    case 'calendar_day':
      return workingDayFrom(calendar, nextDate(start, term.amount));
    default:
      return term.unit satisfies never;
  }
};

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
