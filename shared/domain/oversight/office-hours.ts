import { civilDateOf, clockText, weekdayOf } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { dayKind } from '../time/working-days.ts';
import type { Calendar } from '../time/working-days.ts';
import type { OfficeHours } from './register.ts';

/** The usual hours of a working day are those of a Monday. */
const monday = 1;

/**
 * Returns the day of the week whose hours hold at a moment: on a make-up day those of a working day,
 * on a statutory holiday none. Of a year without a notice only the week is known.
 */
const weekdayHeld = (calendar: Calendar, at: Instant): number | undefined => {
  const date = civilDateOf(at);
  const kind = dayKind(calendar, date);
  if (kind.unknown || kind.because === 'weekday' || kind.because === 'weekend') {
    return weekdayOf(date);
  }
  return kind.working ? monday : undefined;
};

/** Whether a hall with these hours is open, by the clock of Shanghai; at the end of them it is not. */
export const isOpenAt = (
  hours: readonly OfficeHours[],
  calendar: Calendar,
  at: Instant,
): boolean => {
  const weekday = weekdayHeld(calendar, at);
  const time = clockText(at);
  return hours.some(
    ({ days, from, to }) =>
      weekday !== undefined && days.includes(weekday) && from <= time && time < to,
  );
};
