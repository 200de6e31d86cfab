/** 待报清单: the outbox entry of a case that still has records to send. */
import type { Instant } from '../time/instant.ts';
import type { CaseDossier, OutboxEntry } from './case-report.ts';
import type { ReportPlan } from './plan.ts';

interface Standing {
  readonly known: CaseDossier['known'];
  readonly before: OutboxEntry | undefined;
  readonly plan: Pick<ReportPlan, 'rejected' | 'waiting'>;
  readonly at: Instant;
}

const entryOf = (
  { known, before, plan, at }: Standing,
  state: OutboxEntry['state'],
): OutboxEntry => ({
  projectNo: known.projectNo,
  state,
  area: known.area,
  creditCode: known.department.creditCode,
  since: before?.state === state ? before.since : at,
  attempts: 0,
  rejected: plan.rejected,
  waiting: plan.waiting,
  version: (before?.version ?? 0) + 1,
});

/** Returns an entry that is retried at `nextAt`. */
export const pendingEntry = (
  standing: Standing,
  nextAt: Instant,
  attempts: number,
): OutboxEntry => ({ ...entryOf(standing, 'pending'), nextAt, attempts });

const nothingPlanned = { rejected: [], waiting: [] };

/**
 * Returns the entry of a case for which no report call was made. It is due at once, and planned at
 * that time.
 */
export const calledEntry = (known: CaseDossier['known'], at: Instant): OutboxEntry =>
  pendingEntry({ known, before: undefined, plan: nothingPlanned, at }, at, 0);

/**
 * Returns the entry that remains when nothing more can be sent: stuck when a person has to look at
 * it (a record was refused, or waits for a withdrawn one), otherwise undefined. A case that waits
 * only for a calendar is resumed by the step that counts it.
 */
export const restingEntry = (standing: Standing): OutboxEntry | undefined => {
  const { rejected, waiting } = standing.plan;
  return rejected.length + waiting.length > 0 ? entryOf(standing, 'stuck') : undefined;
};

const isSameList = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** Returns whether the existing entry already says everything that `next` says. */
export const isUnchanged = (before: OutboxEntry, next: OutboxEntry): boolean =>
  before.state === next.state &&
  before.nextAt === next.nextAt &&
  isSameList(before.rejected, next.rejected) &&
  isSameList(before.waiting, next.waiting);
