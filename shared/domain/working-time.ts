/** Working time: the milliseconds between day start and day end on working days. */
import type { Timetable } from './deadline.ts';
import { atCivil, civilDateOf, earlier, fromEpoch, later, nextDate, toEpoch } from './time.ts';
import type { CivilDate, Instant } from './time.ts';
import { dayKind, pendingCalendar } from './working-days.ts';
import type { PendingCalendar } from './working-days.ts';

export type SpanAnswer = { readonly ok: true; readonly ms: number } | PendingCalendar;
export type MomentAnswer = { readonly ok: true; readonly at: Instant } | PendingCalendar;

interface Stretch {
  readonly from: Instant;
  readonly ms: number;
}

/** What of the office hours of a day lies within the bounds, whether the day is worked or not. */
const stretchOn = (
  timetable: Timetable,
  date: CivilDate,
  bounds: { readonly from: Instant; readonly to?: Instant },
): Stretch => {
  const from = later(atCivil(date, timetable.office.dayStart), bounds.from);
  const close = atCivil(date, timetable.office.dayEnd);
  const to = bounds.to === undefined ? close : earlier(close, bounds.to);
  return { from, ms: Math.max(0, toEpoch(to) - toEpoch(from)) };
};

/** Working time from one moment to another; 0 when `to` is not later. */
export const workingTimeBetween = (
  timetable: Timetable,
  from: Instant,
  to: Instant,
): SpanAnswer => {
  const last = civilDateOf(to);
  let ms = 0;
  for (let date = civilDateOf(from); date <= last; date = nextDate(date)) {
    const stretch = stretchOn(timetable, date, { from, to });
    if (stretch.ms === 0) continue;
    const kind = dayKind(timetable.calendar, date);
    if (kind.unknown) return pendingCalendar(kind.year);
    if (kind.working) ms += stretch.ms;
  }
  return { ok: true, ms };
};

/**
 * The earliest moment at which `ms` of working time have passed since `from`; with 0 the next
 * working moment.
 */
export const afterWorkingTime = (timetable: Timetable, from: Instant, ms: number): MomentAnswer => {
  let left = ms;
  for (let date = civilDateOf(from); ; date = nextDate(date)) {
    const stretch = stretchOn(timetable, date, { from });
    if (stretch.ms === 0) continue;
    const kind = dayKind(timetable.calendar, date);
    if (kind.unknown) return pendingCalendar(kind.year);
    if (!kind.working) continue;
    if (left <= stretch.ms) return { ok: true, at: fromEpoch(toEpoch(stretch.from) + left) };
    left -= stretch.ms;
  }
};

/** `days` full working days after a moment: from a day's end to the end of the n-th day after. */
export const afterWorkingDays = (
  timetable: Timetable,
  from: Instant,
  days: number,
): MomentAnswer => {
  const { dayStart, dayEnd } = timetable.office;
  return afterWorkingTime(timetable, from, days * (dayEnd - dayStart) * 60_000);
};
