/**
 * Working days: a weekly pattern, overridden by the notices. A day in a year whose notice is not
 * loaded is unknown and never guessed, so every count may return "pending calendar".
 */
import type { CalendarYear } from '../calendar/year.ts';
import { nextDate, weekdayOf, yearOf } from './instant.ts';
import type { CivilDate, Weekday } from './instant.ts';

interface NamedDay {
  readonly working: boolean;
  readonly because: 'holiday' | 'makeup';
  readonly name: string;
  /** URLs of all notices of the year: the data does not say which of several set the day. */
  readonly notices: readonly string[];
}

export interface Calendar {
  readonly weekly: ReadonlySet<Weekday>;
  readonly years: ReadonlySet<number>;
  readonly named: ReadonlyMap<CivilDate, NamedDay>;
}

interface OrdinaryDay {
  readonly working: boolean;
  readonly because: 'weekday' | 'weekend';
  readonly name?: never;
  readonly notices?: never;
}

export type KnownDay = { readonly unknown?: never } & (NamedDay | OrdinaryDay);
export type DayKind = KnownDay | { readonly unknown: true; readonly year: number };

/** The count needs a day of `year`, whose notice is not loaded. */
export interface PendingCalendar {
  readonly ok: false;
  readonly reason: 'pending_calendar';
  readonly year: number;
}

export type DateAnswer = { readonly ok: true; readonly date: CivilDate } | PendingCalendar;
export type CountAnswer = { readonly ok: true; readonly days: number } | PendingCalendar;

export const pendingCalendar = (year: number): PendingCalendar => ({
  ok: false,
  reason: 'pending_calendar',
  year,
});

const namedDays = (year: CalendarYear): readonly (readonly [CivilDate, NamedDay])[] =>
  year.holidays.flatMap(({ name, off, makeup }) => {
    const facts = { name, notices: year.notices.map(({ url }) => url) };
    return [
      ...off.map((date) => [date, { working: false, because: 'holiday', ...facts }] as const),
      ...makeup.map((date) => [date, { working: true, because: 'makeup', ...facts }] as const),
    ];
  });

/**
 * Builds a calendar. Of two entries for one year the last one counts (a correction). When two years
 * name the same day, the later year counts, because its notice was published later.
 *
 * @throws RangeError when no weekday is worked
 */
export const calendarOf = (
  years: readonly CalendarYear[],
  weekly: readonly Weekday[] = [1, 2, 3, 4, 5],
): Calendar => {
  if (weekly.length === 0) throw new RangeError('a week needs at least one working day');
  const current = new Map(years.map((year) => [year.year, year]));
  const inOrder = [...current.values()].sort((a, b) => a.year - b.year);
  return {
    weekly: new Set(weekly),
    years: new Set(current.keys()),
    named: new Map(inOrder.flatMap(namedDays)),
  };
};

/** Returns whether a day is worked and why; unknown when its own year has no notice. */
export const dayKind = (calendar: Calendar, date: CivilDate): DayKind => {
  if (!calendar.years.has(yearOf(date))) return { unknown: true, year: yearOf(date) };
  const named = calendar.named.get(date);
  if (named) return named;
  const working = calendar.weekly.has(weekdayOf(date));
  return { working, because: working ? 'weekday' : 'weekend' };
};

/** Returns the first working day on or after `date`. */
export const workingDayFrom = (calendar: Calendar, date: CivilDate): DateAnswer => {
  for (let day = date; ; day = nextDate(day)) {
    const kind = dayKind(calendar, day);
    if (kind.unknown) return pendingCalendar(kind.year);
    if (kind.working) return { ok: true, date: day };
  }
};

/**
 * Returns the `n`-th working day after `start`, which itself is not counted.
 *
 * @throws RangeError unless `n` is a whole number from 1 on
 */
export const addWorkingDays = (calendar: Calendar, start: CivilDate, n: number): DateAnswer => {
  if (!Number.isInteger(n) || n < 1) throw new RangeError('working days are counted from 1');
  let answer: DateAnswer = { ok: true, date: start };
  for (let left = n; answer.ok && left > 0; left -= 1) {
    answer = workingDayFrom(calendar, nextDate(answer.date));
  }
  return answer;
};

/**
 * Returns how many working days lie after `from`, up to and including `to`; 0 when `to` is not
 * after.
 */
export const workingDaysBetween = (
  calendar: Calendar,
  from: CivilDate,
  to: CivilDate,
): CountAnswer => {
  let days = 0;
  for (let day = from; day < to;) {
    day = nextDate(day);
    const kind = dayKind(calendar, day);
    if (kind.unknown) return pendingCalendar(kind.year);
    if (kind.working) days += 1;
  }
  return { ok: true, days };
};

/**
 * Returns whether more than `most` working days lie after `from`, up to and including `to`. A limit
 * holds before the notice is there: a day of an unknown year counts as its day of the week says.
 */
export const isFurtherThan = (
  calendar: Calendar,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  most: number,
): boolean => {
  let days = 0;
  for (let day = from; day < to;) {
    day = nextDate(day);
    const kind = dayKind(calendar, day);
    if (kind.unknown ? calendar.weekly.has(weekdayOf(day)) : kind.working) days += 1;
    if (days > most) return true;
  }
  return false;
};
