import { civilDateOf, nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import type { DueIndex } from '../../shared/port/escalation/due-index.ts';

/**
 * How far back the first sweep looks. Nothing was swept before it, and the longest term of a policy
 * is 366 days.
 */
const firstLookBackDays = 366;

/** Returns every day that may have entries due up to `until`, oldest first. */
export const dueDays = async (
  due: Pick<DueIndex, 'firstUnfinishedDay'>,
  until: Instant,
): Promise<readonly CivilDate[]> => {
  const last = civilDateOf(until);
  const days: CivilDate[] = [];
  const first = (await due.firstUnfinishedDay()) ?? nextDate(last, -firstLookBackDays);
  for (let day = first; day <= last; day = nextDate(day)) days.push(day);
  return days;
};
