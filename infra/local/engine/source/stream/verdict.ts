import type { EpochMs } from '../../clock.ts';
import type { ChangeRecord, MappingDefinition } from '../../model.ts';
import type { BatchOutcome } from '../item-failures.ts';
import { splitByAge } from './record-age.ts';

/** Consecutive changes that are delivered together, with their attempts so far. */
export interface Chunk {
  readonly records: readonly ChangeRecord[];
  /** Retries used, of `maximumRetryAttempts`. */
  readonly retries: number;
  /** Invocations that contained the first of these changes. */
  readonly invocations: number;
}

export interface Discard {
  readonly chunk: Chunk;
  /** As in Lambda's failure document. */
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  readonly fault: string;
  readonly unhandled: boolean;
}

/** What happens to a chunk after one invocation. */
export interface Verdict {
  /** Completed, from the front: acknowledged as soon as `discarded` is reported. */
  readonly resolved: readonly ChangeRecord[];
  /** To deliver next, in this order, before anything else of the lane. */
  readonly again: readonly Chunk[];
  readonly discarded?: Discard;
  /** Engine milliseconds to wait before the next delivery. */
  readonly waitMs: number;
}

export interface RetryPolicy extends Pick<
  MappingDefinition,
  'bisectOnError' | 'maximumRetryAttempts'
> {
  /** Changes written until this time are too old for another attempt. */
  readonly expiredUntil: EpochMs;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Returns the engine milliseconds before retry number `retries + 1`. */
export const backOffMs = (retries: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(retries, 20));

const sequenceOf = (record: ChangeRecord): string => record.dynamodb.SequenceNumber;

const bisectChunk = (chunk: Chunk): readonly Chunk[] => {
  const { records } = chunk;
  const middle = Math.ceil(records.length / 2);
  return [
    { ...chunk, records: records.slice(0, middle) },
    { ...chunk, records: records.slice(middle) },
  ];
};

/**
 * The minimum number of attempts before a change is given up for its age. In a day of failures the
 * service makes about a thousand attempts. A jump of the clock skips most of them, so one failed
 * invocation must not count as a day of failures.
 */
export const LEAST_TRIES = 5;

/** Gives up the changes at the front that are too old; the others get fresh retries. */
const givenUpForAge = (
  chunk: Chunk,
  outcome: Pick<Discard, 'fault' | 'unhandled'>,
  { expiredUntil }: RetryPolicy,
): Verdict | undefined => {
  const { old, young } = splitByAge(chunk.records, expiredUntil);
  if (old.length === 0 || chunk.invocations < LEAST_TRIES) return undefined;
  const again = young.length === 0 ? [] : [{ records: young, retries: 0, invocations: 0 }];
  const discarded: Discard = {
    ...outcome,
    chunk: { ...chunk, records: old },
    condition: 'RecordAgeExceeded',
  };
  return { resolved: old, again, discarded, waitMs: 0 };
};

const afterFailure = (
  chunk: Chunk,
  outcome: Pick<Discard, 'fault' | 'unhandled'>,
  policy: RetryPolicy,
): Verdict => {
  const aged = givenUpForAge(chunk, outcome, policy);
  if (aged !== undefined) return aged;
  const { bisectOnError, maximumRetryAttempts } = policy;
  if (bisectOnError && chunk.records.length > 1)
    return { resolved: [], again: bisectChunk(chunk), waitMs: 0 };
  if (maximumRetryAttempts === -1 || chunk.retries < maximumRetryAttempts) {
    const again = [{ ...chunk, retries: chunk.retries + 1 }];
    return { resolved: [], again, waitMs: backOffMs(chunk.retries) };
  }
  const condition = 'RetryAttemptsExhausted';
  const discarded = { chunk, condition, ...outcome } as const;
  return { resolved: chunk.records, again: [], discarded, waitMs: 0 };
};

/**
 * Applies Lambda's rules for a stream. A failure that names its first failed change acknowledges
 * those before it, and the rest gets fresh retries: neither progress nor a split uses up a retry. A
 * failure at the first change, or of the whole batch, is bisected if the mapping says so, then
 * retried with increasing waits, then given up as a whole. A change that became too old while it
 * failed is given up, however many retries are left.
 */
export const judgeOutcome = (
  delivered: Chunk,
  outcome: BatchOutcome,
  policy: RetryPolicy,
): Verdict => {
  const { records } = delivered;
  const chunk = { ...delivered, invocations: delivered.invocations + 1 };
  if (outcome.kind === 'allFailed') {
    const { fault, unhandled } = outcome;
    return afterFailure(chunk, { fault, unhandled }, policy);
  }
  const first = records.findIndex((record) => outcome.failed.has(sequenceOf(record)));
  if (first === -1) return { resolved: records, again: [], waitMs: 0 };
  const fault = 'the function reported the change as failed';
  if (first === 0) return afterFailure(chunk, { fault, unhandled: false }, policy);
  const rest = { records: records.slice(first), retries: 0, invocations: 1 };
  return { resolved: records.slice(0, first), again: [rest], waitMs: 0 };
};
