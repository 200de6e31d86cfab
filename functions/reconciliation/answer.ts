import type { DifferenceView, ReconciliationView } from '../../events/reconciliation/view.ts';
import type { Difference } from '../../shared/domain/reconciliation/difference.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Reconciliation } from '../../shared/port/reconciliation/difference-store.ts';
import { workItemView } from '../oversight/work-item-view.ts';

/** Returns a difference for staff. */
export const differenceView = (difference: Difference): DifferenceView => {
  const { id, day, finding, subject, creditCode, ours, theirs, reason } = difference;
  return {
    id,
    day,
    finding,
    subject,
    creditCode,
    ...(ours && { ours }),
    ...(theirs && { theirs }),
    ...(reason !== undefined && { reason }),
    ...workItemView(difference),
  };
};

export const reconciliationView = (result: Reconciliation): ReconciliationView => {
  const { day, at, state, why, ratings, steps, found, calledAgain } = result;
  return {
    day,
    at: withOffset(at),
    state,
    ...(why !== undefined && { why }),
    ratings,
    steps,
    found,
    ...(calledAgain !== undefined && { calledAgain }),
  };
};
