import { officialCalendarYears } from '../../../../shared/domain/calendar/years.table.ts';
import {
  atCivil,
  nextDate,
  weekdayOf,
  withOffset,
} from '../../../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../../../shared/domain/time/instant.ts';
import { calendarOf, dayKind } from '../../../../shared/domain/time/working-days.ts';

/** The length of the history of the town in civil days. */
export const historyDays = 28;

/**
 * The moments of a working day at which the loader stops the clock and plays what happened just
 * before, in minutes since midnight in Shanghai. The last one is after office hours.
 */
export const stopMinutes = [
  9 * 60 + 40,
  11 * 60 + 10,
  14 * 60 + 30,
  16 * 60 + 20,
  20 * 60,
] as const;

/** The stops at which halls are open. */
export const hallStops = stopMinutes.length - 1;

const calendar = calendarOf(officialCalendarYears);

/** In a year without a notice the town works from Monday to Friday. */
const isWorkingDay = (date: CivilDate): boolean => {
  const kind = dayKind(calendar, date);
  return kind.unknown ? weekdayOf(date) <= 5 : kind.working;
};

/** The working days of the history, oldest first, all before `today`. */
export const historyOf = (today: CivilDate): readonly CivilDate[] =>
  Array.from({ length: historyDays }, (_, index) => nextDate(today, index - historyDays)).filter(
    isWorkingDay,
  );

/** A place in the history: the `day`-th working day, at its `stop`-th stop. */
export interface Stop {
  readonly day: number;
  readonly stop: number;
}

export const stopNumber = ({ day, stop }: Stop): number => day * stopMinutes.length + stop;

export const stopAt = (days: readonly CivilDate[], number: number): Instant => {
  const date = days[Math.floor(number / stopMinutes.length)];
  const minute = stopMinutes[number % stopMinutes.length];
  if (date === undefined || minute === undefined) throw new RangeError('outside the history');
  return atCivil(date, minute);
};

/** A moment before a stop, as an integrator writes it. */
export const subtractMinutes = (stop: Instant, minutes: number): string =>
  withOffset(new Date(Date.parse(stop) - minutes * 60_000).toISOString() as Instant);
