/**
 * 期限密钥: keys that are destroyed after a time, and with them the meaning of what they made. A rating
 * itself is never changed.
 */
import { addMs, atCivil, civilDateOf, nextDate } from '../../time/instant.ts';
import type { CivilDate, Instant } from '../../time/instant.ts';

export type PeriodKeyUse =
  /** Marks of applicants, comparable within one month only. */
  | 'applicant'
  /** Traces of who rated: network and client. */
  | 'trace';

const dayMs = 24 * 60 * 60_000;

interface Period {
  /** In Shanghai: `2026-11` or `2026-11-20`. */
  readonly name: string;
  /** From then on the key is deleted. */
  readonly destroyedAt: Instant;
}

const endOf = (date: CivilDate): Instant => atCivil(date, 1_440);

/** The month before can still be compared in the first week of the next one. */
const overlapMs = 7 * dayMs;
const traceMs = 90 * dayMs;

const lastDayOfMonth = (date: CivilDate): CivilDate => {
  const next = nextDate(date);
  return next.slice(0, 7) === date.slice(0, 7) ? lastDayOfMonth(next) : date;
};

const periods: Readonly<Record<PeriodKeyUse, (day: CivilDate) => Period>> = {
  applicant: (day) => ({
    name: day.slice(0, 7),
    destroyedAt: addMs(endOf(lastDayOfMonth(day)), overlapMs),
  }),
  trace: (day) => ({ name: day, destroyedAt: addMs(endOf(day), traceMs) }),
};

/** Returns the period of a key at a moment. */
export const periodOf = (use: PeriodKeyUse, at: Instant): Period => periods[use](civilDateOf(at));
