/** Working time: the milliseconds between day start and day end on working days. */
import type { Timetable } from './deadline.ts';
import { civilDateOf, epochAt, fromEpoch, nextDate, toEpoch } from './instant.ts';
import type { CivilDate, Instant } from './instant.ts';
import { dayKind, pendingCalendar } from './working-days.ts';
import type { PendingCalendar } from './working-days.ts';

export type SpanAnswer = { readonly ok: true; readonly ms: number } | PendingCalendar;
export type MomentAnswer = { readonly ok: true; readonly at: Instant } | PendingCalendar;

/**
 * In epoch milliseconds, like everything computed day by day: a text for each day would cost far
 * more.
 */
interface Stretch {
  readonly from: number;
  readonly ms: number;
}

/** Returns the part of a day's office hours within the bounds, whether the day is worked or not. */
const stretchOn = (
  { office }: Timetable,
  date: CivilDate,
  bounds: { readonly from: number; readonly to: number },
): Stretch => {
  const from = Math.max(epochAt(date, office.dayStart), bounds.from);
  const to = Math.min(epochAt(date, office.dayEnd), bounds.to);
  return { from, ms: Math.max(0, to - from) };
};

/** Returns the working time from one moment to another; 0 when `to` is not later. */
export const workingTimeBetween = (
  timetable: Timetable,
  from: Instant,
  to: Instant,
): SpanAnswer => {
  const last = civilDateOf(to);
  const bounds = { from: toEpoch(from), to: toEpoch(to) };
  let ms = 0;
  for (let date = civilDateOf(from); date <= last; date = nextDate(date)) {
    const stretch = stretchOn(timetable, date, bounds);
    if (stretch.ms === 0) continue;
    const kind = dayKind(timetable.calendar, date);
    if (kind.unknown) return pendingCalendar(kind.year);
    if (kind.working) ms += stretch.ms;
  }
  return { ok: true, ms };
};

/**
 * Returns the earliest moment at which `ms` of working time have passed since `from`; with 0 the
 * next working moment.
 */
export const afterWorkingTime = (timetable: Timetable, from: Instant, ms: number): MomentAnswer => {
  const bounds = { from: toEpoch(from), to: Infinity };
  let left = ms;
  for (let date = civilDateOf(from); ; date = nextDate(date)) {
    const stretch = stretchOn(timetable, date, bounds);
    if (stretch.ms === 0) continue;
    const kind = dayKind(timetable.calendar, date);
    if (kind.unknown) return pendingCalendar(kind.year);
    if (!kind.working) continue;
    if (left <= stretch.ms) return { ok: true, at: fromEpoch(stretch.from + left) };
    left -= stretch.ms;
  }
};

/**
 * Returns the moment `days` full working days after another: from a day's end to the end of the
 * n-th day after.
 */
export const afterWorkingDays = (
  timetable: Timetable,
  from: Instant,
  days: number,
): MomentAnswer => {
  const { dayStart, dayEnd } = timetable.office;
  return afterWorkingTime(timetable, from, days * (dayEnd - dayStart) * 60_000);
};
