import { defaultWaiting } from '../policy/limits.ts';
import type { Rules } from '../ticket/ticket.ts';
import { addMs, dayMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { afterWorkingDays } from '../time/working-time.ts';
import { assumedDue } from './assumed-due.ts';

export type Timing = Pick<Rules, 'policy' | 'timetable'>;

/** While the calendar of that year is not known, twice the days stand for working days. */
const cityMoment = (due: Instant, { policy, timetable }: Timing): Instant => {
  const { cityAfter } = policy.waiting ?? defaultWaiting;
  const later = afterWorkingDays(timetable, due, cityAfter);
  return later.ok ? later.at : addMs(due, 2 * cityAfter * dayMs);
};

export interface OverdueMoments {
  /** When those who have to act are told that it is overdue. */
  readonly first: Instant;
  readonly city: Instant;
}

/** Returns when it is told that what has waited since then waits too long, by the term of a review. */
export const overdueMoments = (since: Instant, rules: Timing): OverdueMoments => {
  const due = assumedDue(rules.timetable, since, rules.policy.clocks.review);
  // Exactly at its due moment it is in time.
  return { first: addMs(due, 1), city: cityMoment(due, rules) };
};
