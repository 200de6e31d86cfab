import type { Instant } from '../../domain/time/instant.ts';

/** That ticket or notice wants to be looked at then; nothing else is said, because it may change. */
export interface DueCall {
  readonly id: string;
  readonly at: Instant;
}

/** The furthest ahead that a queue can hold a message back (SQS). */
export const furthestAheadMs = 15 * 60_000;

export interface DuePublisher {
  /**
   * Hands each over so that it arrives at its moment, at once when that is past. A moment further
   * ahead than `furthestAheadMs` is a mistake of the caller. Answers the ids that were not taken,
   * empty when all were; throws when the queue could not be asked.
   */
  send(calls: readonly DueCall[]): Promise<readonly string[]>;
}
