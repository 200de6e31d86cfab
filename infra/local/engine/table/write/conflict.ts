/** Detects requests that conflict with a transaction, or a write, that is not committed yet. */
import { ServiceError } from '../../wire.ts';
import type { Call } from '../engine-core.ts';
import { makeTransactionCanceled, NONE } from './cancellation.ts';
import type { CancellationReason } from './cancellation.ts';
import type { ItemPlace } from './item-name.ts';

const MESSAGE = 'Transaction is ongoing for the item';

const CONFLICT: CancellationReason = { Code: 'TransactionConflict', Message: MESSAGE };

const cancelWhere = (
  call: Call,
  items: readonly ItemPlace[],
  isBusy: (item: ItemPlace) => boolean,
): void => {
  const met = call.mishaps.conflicting(items.length);
  const reasons = items.map((item, at) => (at === met || isBusy(item) ? CONFLICT : NONE));
  if (reasons.includes(CONFLICT)) throw makeTransactionCanceled(reasons);
};

/** Throws TransactionCanceledException when another transaction touches one of the items. */
export const cancelOnConflict = (call: Call, items: readonly ItemPlace[]): void =>
  cancelWhere(call, items, (item) => call.core.inFlight.isInTransaction(item));

/** A transaction that reads is also cancelled by a single write. */
export const cancelReadOnConflict = (call: Call, items: readonly ItemPlace[]): void =>
  cancelWhere(call, items, (item) => call.core.inFlight.isBeingWritten(item));

/** Throws TransactionConflictException for a write of an item that a transaction touches. */
export const refuseOnConflict = ({ core, mishaps }: Call, item: ItemPlace): void => {
  const isMet = mishaps.conflicting(1) !== undefined;
  if (isMet || core.inFlight.isInTransaction(item)) {
    throw new ServiceError('TransactionConflictException', MESSAGE);
  }
};
