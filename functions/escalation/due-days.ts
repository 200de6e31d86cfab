import { civilDateOf, nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import type { DueIndex } from '../../shared/port/escalation/due-index.ts';

/**
 * How far the first sweep of all looks back. Nothing has been swept before it, and the longest term
 * that a policy can have is 366 days.
 */
const firstLookBackDays = 366;

/** Every day that may hold something due up to `until`, the oldest first. */
export const dueDays = async (
  due: Pick<DueIndex, 'openFrom'>,
  until: Instant,
): Promise<readonly CivilDate[]> => {
  const last = civilDateOf(until);
  const days: CivilDate[] = [];
  const first = (await due.openFrom()) ?? nextDate(last, -firstLookBackDays);
  for (let day = first; day <= last; day = nextDate(day)) days.push(day);
  return days;
};
