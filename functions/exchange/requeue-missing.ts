import { mapConcurrent } from '../../shared/concurrency.ts';
import { calledEntry } from '../../shared/domain/exchange/outbox.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';

export interface RequeueDeps {
  readonly cases: Pick<CaseStore, 'find'>;
  readonly reports: Pick<ReportStore, 'save'>;
}

/** Number of cases processed concurrently. */
const width = 16;

/**
 * Makes a case due now and returns whether this call did it. A case already in the outbox is due
 * anyway.
 */
const requeueCase = async (projectNo: string, at: Instant, deps: RequeueDeps): Promise<boolean> => {
  const known = await deps.cases.find(projectNo);
  if (known === undefined) return false;
  return (await deps.reports.save({ outbox: calledEntry(known, at) })) === 'saved';
};

/**
 * 补报: requeues cases with records that the center never received and that nothing else would
 * queue, because the exchange was off or a message was lost. Each becomes due at once; the next
 * scheduled run sends it at the center's pace and determines then what to send. Returns how many
 * were requeued.
 */
export const requeueMissing = async (
  projectNos: readonly string[],
  at: Instant,
  deps: RequeueDeps,
): Promise<number> => {
  const put = await mapConcurrent([...new Set(projectNos)], width, (one) =>
    requeueCase(one, at, deps),
  );
  return put.filter(Boolean).length;
};
