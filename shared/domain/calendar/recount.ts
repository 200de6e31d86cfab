/**
 * What a calendar year affects: the tickets and promises that wait for it, and those whose due
 * moments it may move.
 */
import { acceptedAt } from '../case/case.ts';
import type { Case } from '../case/case.ts';
import { hasStepTerm } from '../case/step-term.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Clock } from '../time/deadline.ts';
import { civilDateOf, nextDate, yearOf } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

type Clocked = Pick<Ticket, 'clocks' | 'openedAt' | 'pendingYear'>;

const clocksOf = ({ clocks }: Clocked): readonly Clock[] =>
  Object.values(clocks).filter((clock: Clock | undefined) => clock !== undefined);

/** Returns the years without a notice that a ticket waits for. */
export const yearsAwaited = (ticket: Clocked): ReadonlySet<number> => {
  const byClocks = clocksOf(ticket).flatMap((clock) =>
    clock.state === 'pending_calendar' ? [clock.year] : [],
  );
  return new Set(ticket.pendingYear === undefined ? byClocks : [...byClocks, ticket.pendingYear]);
};

/** The rungs after a due moment reach a few weeks further: into the next year at most. */
const YEARS_BEYOND_DUE = 1;

const shanghaiYear = (at: Instant): number => yearOf(civilDateOf(at));

/**
 * Returns whether the days of `year` can change a due moment of the ticket. A year's notice names
 * no day after that year, and a ticket that was opened later does not depend on earlier days.
 */
export const mayTouch = (ticket: Clocked, year: number): boolean => {
  if (shanghaiYear(ticket.openedAt) > year) return false;
  if (yearsAwaited(ticket).size > 0) return true;
  const dueYears = clocksOf(ticket).flatMap((clock) =>
    'dueAt' in clock && clock.dueAt !== undefined ? [shanghaiYear(clock.dueAt)] : [],
  );
  return dueYears.length === 0 || year <= Math.max(...dueYears) + YEARS_BEYOND_DUE;
};

/** A notice may name days in the last week of the year before its own. */
const DAYS_BEFORE_YEAR = 7;

/**
 * Returns whether the days of `year` can change a due moment of a case: of its promise, or of a step
 * with a term, whose due moments are not stored.
 */
export const mayMovePromise = (
  known: Pick<Case, 'promise' | 'timeline'>,
  year: number,
): boolean => {
  const from = acceptedAt(known) ?? known.timeline[0]?.at;
  if (from === undefined || shanghaiYear(from) > year) return false;
  if (hasStepTerm(known)) return true;
  if (known.promise === undefined) return false;
  const due = known.promise.dueAt;
  return due === undefined || year <= yearOf(nextDate(civilDateOf(due), DAYS_BEFORE_YEAR));
};
