import type { SQSRecord } from 'aws-lambda';

import { fromEpoch, toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';

interface Message {
  readonly body: string;
  readonly visibleAt: Instant;
}

/**
 * A queue in memory: it keeps every message until it is received, and delays it until its moment.
 */
export interface DueQueue {
  readonly publisher: DuePublisher;
  /** Removes and returns the messages that may be received now. */
  take(): readonly SQSRecord[];
  /** Returns a message to the queue, as a failed delivery does. */
  putBack(record: SQSRecord): void;
  readonly size: number;
}

export const recordOf = (body: string): SQSRecord =>
  ({ messageId: 'm', body }) as Partial<SQSRecord> as SQSRecord;

export const dueQueue = (now: Now, member: 'ticketId' | 'noticeId' | 'messageId'): DueQueue => {
  let messages: Message[] = [];
  const latest = (): Instant => fromEpoch(toEpoch(now()) + 900_000);
  return {
    publisher: {
      async send(calls) {
        if (calls.some(({ at }) => at > latest())) throw new RangeError('too far ahead');
        for (const { id, at } of calls) {
          messages.push({ body: JSON.stringify({ [member]: id, at }), visibleAt: at });
        }
        return [];
      },
    },
    take() {
      const due = messages.filter(({ visibleAt }) => visibleAt <= now());
      messages = messages.filter(({ visibleAt }) => visibleAt > now());
      return due.map(({ body }) => recordOf(body));
    },
    putBack({ body }) {
      messages.push({ body, visibleAt: now() });
    },
    get size() {
      return messages.length;
    },
  };
};
