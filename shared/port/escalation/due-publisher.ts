import type { Instant } from '../../domain/time/instant.ts';

/**
 * Requests that a ticket or notice is processed at a moment. It contains nothing else, because the
 * state may change.
 */
export interface DueCall {
  readonly id: string;
  readonly at: Instant;
}

/** The longest time for which SQS can delay a message. */
export const furthestAheadMs = 15 * 60_000;

export interface DuePublisher {
  /**
   * Publishes each call so that it arrives at its moment, or at once when that is past. The caller
   * must not pass a moment further ahead than `furthestAheadMs`. Returns the ids that were not
   * accepted, empty when all were; throws when the queue could not be reached.
   */
  send(calls: readonly DueCall[]): Promise<readonly string[]>;
}
