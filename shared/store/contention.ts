import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import type { CancellationReason } from '@aws-sdk/client-dynamodb';

import { retryFaults } from '../retry.ts';
import type { Attributes } from './table.ts';

/** How often a write that conflicts with another on the same item is tried before it is a fault. */
const tries = 12;
const firstWaitMs = 10;
/**
 * Twelve tries take five seconds, half of a function's time; by then hundreds of writers have
 * finished.
 */
const longestWaitMs = 1000;

/** Most contention is over within milliseconds; the wait grows so that many writers spread out. */
const waitMs = (attempt: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** attempt) * (0.5 + Math.random());

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
 * If the fault says that a condition failed, returns the existing item (empty when DynamoDB
 * returned none). Undefined for every other fault.
 */
const failedCondition = (fault: unknown): Attributes | undefined => {
  if (fault instanceof ConditionalCheckFailedException) return fault.Item ?? {};
  if (!(fault instanceof TransactionCanceledException)) return undefined;
  const reason = failedReason(fault);
  return reason === undefined ? undefined : (reason.Item ?? {});
};

/**
 * Repeats a write while it only lost a race. The SDK retries throttling, but neither a transaction
 * nor a single write that conflicts with another transaction on the same item. For writes whose
 * conditions, if any, must hold; `tryWrite` is for writes that may be refused.
 */
export const pastContention = <T>(write: () => Promise<T>): Promise<T> =>
  retryFaults(write, { tries, waitMs, passing: isContention });

export type Guarded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly existing: Attributes };

/** Runs a conditional write: a failed condition is a result, every other failure stays a fault. */
export const tryWrite = async <T>(write: () => Promise<T>): Promise<Guarded<T>> => {
  try {
    return { ok: true, value: await pastContention(write) };
  } catch (fault) {
    const existing = failedCondition(fault);
    if (existing === undefined) throw fault;
    return { ok: false, existing };
  }
};
