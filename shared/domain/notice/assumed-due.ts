import { dueMoment } from '../time/clock.ts';
import type { Term, Timetable } from '../time/deadline.ts';
import { addMs, dayMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Returns when what begins at `at` is due, for a notice that has to be written at once. While the
 * calendar of that year is not known, twice the days of the term stand for it.
 */
export const assumedDue = (timetable: Timetable, at: Instant, term: Term): Instant => {
  const due = dueMoment(timetable, at, term);
  return due.ok ? due.at : addMs(at, 2 * term.amount * dayMs);
};
