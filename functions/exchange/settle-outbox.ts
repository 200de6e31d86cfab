/** Updates the outbox entry of a case after its records were sent or failed. */
import { isUnchanged, pendingEntry, restingEntry } from '../../shared/domain/exchange/outbox.ts';
import type { ReportPlan } from '../../shared/domain/exchange/plan.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { ReportChange } from '../../shared/port/exchange/store.ts';
import type { CaseSending, SendDeps } from './sending.ts';

const saveOutbox = async (outbox: ReportChange['outbox'], deps: SendDeps): Promise<void> => {
  if ((await deps.reports.save({ outbox })) === 'conflict') {
    throw new Error('the case was requested again meanwhile; it is processed again');
  }
};

const standingOf = (sending: CaseSending, plan: ReportPlan, at: Instant) => ({
  known: sending.file.known,
  before: sending.outbox,
  plan,
  at,
});

interface PutOff {
  readonly plan: ReportPlan;
  readonly until: Instant;
  /** True when an attempt was made and failed. */
  readonly failed: boolean;
}

/** Stores when the case is tried again. */
export const scheduleRetry = async (
  sending: CaseSending,
  { plan, until, failed }: PutOff,
  deps: SendDeps,
): Promise<void> => {
  const attempts = failed ? (sending.outbox?.attempts ?? 0) + 1 : 0;
  await saveOutbox(pendingEntry(standingOf(sending, plan, deps.now()), until, attempts), deps);
};

/** Nothing can be sent now: removes the case from the outbox, or marks it as stuck. */
export const settleOutbox = async (
  sending: CaseSending,
  plan: ReportPlan,
  deps: SendDeps,
): Promise<void> => {
  const { outbox: before } = sending;
  const next = restingEntry(standingOf(sending, plan, deps.now()));
  if (next !== undefined) {
    if (before === undefined || !isUnchanged(before, next)) await saveOutbox(next, deps);
    return;
  }
  if (before !== undefined) await saveOutbox({ projectNo: before.projectNo, done: before }, deps);
};
