import { mapConcurrent } from '../../shared/concurrency.ts';
import { calledEntry } from '../../shared/domain/exchange/outbox.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';

export interface RequeueDeps {
  readonly cases: Pick<CaseStore, 'find'>;
  readonly reports: Pick<ReportStore, 'save'>;
}

/** Cases put back at a time. */
const width = 16;

/** Whether the case stands in the outbox by this call; one that is there already is called anyway. */
const putBack = async (projectNo: string, at: Instant, deps: RequeueDeps): Promise<boolean> => {
  const known = await deps.cases.find(projectNo);
  if (known === undefined) return false;
  return (await deps.reports.save({ outbox: calledEntry(known, at) })) === 'saved';
};

/**
 * 补报: cases of which the center was never told something, and which nothing would call again: the
 * exchange was off then, or a call got lost. Each is due at once, so that the next beat takes it up at
 * the center's pace, and what is sent is worked out then. Answers how many were put back.
 */
export const requeueMissing = async (
  projectNos: readonly string[],
  at: Instant,
  deps: RequeueDeps,
): Promise<number> => {
  const put = await mapConcurrent([...new Set(projectNos)], width, (one) => putBack(one, at, deps));
  return put.filter(Boolean).length;
};
