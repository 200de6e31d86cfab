import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';

import { toEpoch } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import type { Now } from '../port/clock.ts';
import { furthestAheadMs } from '../port/due-outlet.ts';
import type { DueCall, DueOutlet } from '../port/due-outlet.ts';

/** The most that one call takes. */
const batchSize = 10;

const chunks = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );

/** Whole seconds, rounded up so that nothing arrives before its moment. */
const delayUntil = (at: Instant, now: Instant): number => {
  const ms = toEpoch(at) - toEpoch(now);
  if (ms > furthestAheadMs) throw new RangeError('further ahead than a queue can hold back');
  return Math.max(0, Math.ceil(ms / 1000));
};

export interface DueQueue {
  readonly client: SQSClient;
  readonly queueUrl: string;
  /** Asked for every call: a sweep of thousands takes seconds, and delays count from the sending. */
  readonly now: Now;
  /** The message: `{ [member]: id, at }`. */
  readonly member: 'ticketId' | 'noticeId';
}

const send = async (queue: DueQueue, calls: readonly DueCall[]): Promise<readonly string[]> => {
  const now = queue.now();
  const { Successful = [] } = await queue.client.send(
    new SendMessageBatchCommand({
      QueueUrl: queue.queueUrl,
      Entries: calls.map(({ id, at }, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify({ [queue.member]: id, at }),
        DelaySeconds: delayUntil(at, now),
      })),
    }),
  );
  const taken = new Set(Successful.map(({ Id }) => Id));
  return calls.filter((_, index) => !taken.has(String(index))).map(({ id }) => id);
};

export const dueOutlet = (queue: DueQueue): DueOutlet => ({
  async send(calls) {
    const failed: string[] = [];
    for (const chunk of chunks(calls)) failed.push(...(await send(queue, chunk)));
    return failed;
  },
});
