import { toEpoch } from '../domain/time/instant.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Now } from '../port/clock.ts';
import { furthestAheadMs } from '../port/escalation/due-publisher.ts';
import type { DuePublisher } from '../port/escalation/due-publisher.ts';
import { sendEach } from './send-batch.ts';
import type { Target } from './send-batch.ts';

/** Returns whole seconds, rounded up so that nothing arrives before its moment. */
const delayUntil = (at: Instant, now: Instant): number => {
  const ms = toEpoch(at) - toEpoch(now);
  if (ms > furthestAheadMs) throw new RangeError('the delay is longer than a queue supports');
  return Math.max(0, Math.ceil(ms / 1000));
};

export interface DueQueue extends Target {
  /**
   * Called for every message: a sweep of thousands takes seconds, and SQS counts a delay from the
   * sending.
   */
  readonly now: Now;
  /** The id member of the message `{ [member]: id, at }`. */
  readonly member: 'ticketId' | 'noticeId' | 'messageId';
}

export const createDuePublisher = (queue: DueQueue): DuePublisher => ({
  async send(calls) {
    const refused = await sendEach(queue, calls, ({ id, at }) => ({
      body: { [queue.member]: id, at },
      delaySeconds: delayUntil(at, queue.now()),
    }));
    return refused.map(({ id }) => id);
  },
});
