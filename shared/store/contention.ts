import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import type { CancellationReason } from '@aws-sdk/client-dynamodb';

import type { Attributes } from './table.ts';

/** How often a write that met another one on the same item is tried before it is a fault. */
const tries = 12;
const firstWaitMs = 10;
/** Twelve tries take five seconds, half of what a function has; hundreds of writers are through by then. */
const longestWaitMs = 1000;

/** Most contention passes within milliseconds; the wait grows so that many writers spread out. */
const waitForRetry = (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    const step = Math.min(longestWaitMs, firstWaitMs * 2 ** attempt);
    setTimeout(resolve, step * (0.5 + Math.random()));
  });

const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

const isContention = (fault: unknown): boolean =>
  fault instanceof TransactionConflictException ||
  (fault instanceof TransactionCanceledException &&
    (fault.CancellationReasons ?? []).some((reason) => passing.has(reason.Code ?? '')) &&
    failedCondition(fault) === undefined);

const failedReason = (fault: TransactionCanceledException): CancellationReason | undefined =>
  fault.CancellationReasons?.find((reason) => reason.Code === 'ConditionalCheckFailed');

/**
 * When the fault says that a condition did not hold: the item that was there instead (empty when
 * the service returned none). Undefined for every other fault.
 */
const failedCondition = (fault: unknown): Attributes | undefined => {
  if (fault instanceof ConditionalCheckFailedException) return fault.Item ?? {};
  if (!(fault instanceof TransactionCanceledException)) return undefined;
  const reason = failedReason(fault);
  return reason === undefined ? undefined : (reason.Item ?? {});
};

/**
 * Runs a write again while it only lost a race: the SDK retries throttling, but neither a transaction
 * nor a single write that met another transaction on the same item. For writes whose conditions, if
 * they have any, must hold; `guarded` is for those that may be refused.
 */
export const pastContention = async <T>(write: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await write();
    } catch (fault) {
      if (attempt + 1 >= tries || !isContention(fault)) throw fault;
      await waitForRetry(attempt);
    }
  }
};

export type Guarded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly existing: Attributes };

/** Runs a conditional write: its refusal is an answer, every other failure stays a fault. */
export const tryWrite = async <T>(write: () => Promise<T>): Promise<Guarded<T>> => {
  try {
    return { ok: true, value: await pastContention(write) };
  } catch (fault) {
    const existing = failedCondition(fault);
    if (existing === undefined) throw fault;
    return { ok: false, existing };
  }
};
