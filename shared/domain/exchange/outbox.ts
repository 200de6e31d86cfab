/** 待报清单: what is noted about a case while something of it still has to go out. */
import type { Instant } from '../time/instant.ts';
import type { CaseDossier, OutboxEntry } from './case-report.ts';
import type { ReportPlan } from './plan.ts';

interface Standing {
  readonly known: CaseDossier['known'];
  readonly before: OutboxEntry | undefined;
  readonly plan: ReportPlan;
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

/** It is tried again at `nextAt`. */
export const pendingEntry = (
  standing: Standing,
  nextAt: Instant,
  attempts: number,
): OutboxEntry => ({ ...entryOf(standing, 'pending'), nextAt, attempts });

const nothingPlanned: ReportPlan = { next: [], rejected: [], waiting: [] };

/** A case that nobody has called: due at once, and looked through then. */
export const calledEntry = (known: CaseDossier['known'], at: Instant): OutboxEntry =>
  pendingEntry({ known, before: undefined, plan: nothingPlanned, at }, at, 0);

/**
 * What remains when nothing more can be sent: stuck when somebody has to look at it (something was
 * refused, or waits for what was withdrawn), otherwise nothing. What waits for a calendar alone is
 * woken by the step that counts it.
 */
export const restingEntry = (standing: Standing): OutboxEntry | undefined => {
  const { rejected, waiting } = standing.plan;
  return rejected.length + waiting.length > 0 ? entryOf(standing, 'stuck') : undefined;
};

const isSameList = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** Whether the entry that is there says all that `next` says. */
export const isUnchanged = (before: OutboxEntry, next: OutboxEntry): boolean =>
  before.state === next.state &&
  before.nextAt === next.nextAt &&
  isSameList(before.rejected, next.rejected) &&
  isSameList(before.waiting, next.waiting);
