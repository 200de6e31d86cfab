import type { DifferenceView, ReconciliationView } from '../../events/reconciliation/view.ts';
import type { WorkItemEvent } from '../../shared/domain/oversight/work-item.ts';
import type { Difference } from '../../shared/domain/reconciliation/difference.ts';
import type { DifferenceKind } from '../../shared/domain/reconciliation/reconciliation.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Reconciliation } from '../../shared/port/reconciliation/difference-store.ts';

const eventView = ({ at, what, finding, by, note }: WorkItemEvent<DifferenceKind>) => ({
  at: withOffset(at),
  what,
  finding,
  ...(by !== undefined && { by }),
  ...(note !== undefined && { note }),
});

/** Returns a difference for staff. */
export const differenceView = (difference: Difference): DifferenceView => {
  const { id, day, finding, state, subject, creditCode, ours, theirs, reason } = difference;
  return {
    id,
    day,
    finding,
    state,
    subject,
    creditCode,
    ...(ours && { ours }),
    ...(theirs && { theirs }),
    ...(reason !== undefined && { reason }),
    openedAt: withOffset(difference.openedAt),
    history: difference.history.map(eventView),
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
