/** The check of a calendar year that somebody proposes to count by. */
import { weekdayOf } from '../time/instant.ts';
import type { CivilDate } from '../time/instant.ts';
import { belongsTo, listImplausible } from './plausible-year.ts';
import type { Implausible } from './plausible-year.ts';
import { CalendarYear } from './year.ts';

type CalendarProblemReason =
  | 'malformed'
  | 'no_notice_of_the_state_council'
  | 'off_and_makeup'
  | 'duplicate_day'
  | 'makeup_on_ordinary_working_day'
  | 'outside_year'
  | Implausible;

export interface CalendarProblem {
  /** Path in the input, e.g. `holidays.0.off.1`. */
  readonly path: string;
  readonly reason: CalendarProblemReason;
}

export type CheckedCalendarYear =
  | { readonly ok: true; readonly year: CalendarYear }
  | { readonly ok: false; readonly problems: readonly CalendarProblem[] };

interface PlacedDay {
  readonly path: string;
  readonly date: CivilDate;
  readonly list: 'off' | 'makeup';
}

const placedDays = (year: CalendarYear): readonly PlacedDay[] =>
  year.holidays.flatMap((holiday, index) =>
    (['off', 'makeup'] as const).flatMap((list) =>
      holiday[list].map((date, at) => ({ path: `holidays.${index}.${list}.${at}`, date, list })),
    ),
  );

const reasonsOf = (
  day: PlacedDay,
  year: CalendarYear,
  first: PlacedDay | undefined,
): readonly CalendarProblemReason[] => {
  const reasons: CalendarProblemReason[] = [];
  if (!belongsTo(day.date, year.year)) reasons.push('outside_year');
  if (day.list === 'makeup' && weekdayOf(day.date) <= 5) {
    reasons.push('makeup_on_ordinary_working_day');
  }
  if (first) reasons.push(first.list === day.list ? 'duplicate_day' : 'off_and_makeup');
  return reasons;
};

const dayProblems = (year: CalendarYear): readonly CalendarProblem[] => {
  const seen = new Map<CivilDate, PlacedDay>();
  return placedDays(year).flatMap((day) => {
    const first = seen.get(day.date);
    if (!first) seen.set(day.date, day);
    return reasonsOf(day, year, first).map((reason) => ({ path: day.path, reason }));
  });
};

/**
 * Checks a year before it may change a deadline. A day may appear once, as off or as worked; a
 * make-up day is a Saturday or Sunday; all days lie in the year or in the seven days before it; and
 * the whole is plausible. Returns every problem found, never the value.
 */
export const checkCalendarYear = (input: unknown): CheckedCalendarYear => {
  const parsed = CalendarYear.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      reason: 'malformed' as const,
    }));
    return { ok: false, problems };
  }
  const problems = [...dayProblems(parsed.data), ...listImplausible(parsed.data)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, year: parsed.data };
};
