import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs';

import { sdkLimits } from '../sdk-limits.ts';

/** The most that one call takes. */
const most = 10;

/** Where messages go. */
export interface Target {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** The queue, with one client for the life of the function instance. */
export const createQueueTarget = (queueUrl: string): Target => ({
  client: new SQSClient(sdkLimits),
  queueUrl,
});

/** One message as it leaves. */
export interface Outgoing {
  /** Goes as JSON. */
  readonly body: object;
  /** Whole seconds, up to 900; a FIFO queue takes none. */
  readonly delaySeconds?: number;
  /** FIFO: messages of a group arrive one after the other. */
  readonly group?: string;
  /** FIFO: a second message with the same mark within five minutes is not delivered. */
  readonly mark?: string;
}

const entryOf = (message: Outgoing, index: number): SendMessageBatchRequestEntry => ({
  Id: String(index),
  MessageBody: JSON.stringify(message.body),
  DelaySeconds: message.delaySeconds,
  MessageGroupId: message.group,
  MessageDeduplicationId: message.mark,
});

const sendTen = async (
  { client, queueUrl }: Target,
  messages: readonly Outgoing[],
): Promise<ReadonlySet<string | undefined>> => {
  const Entries = messages.map(entryOf);
  const { Successful = [] } = await client.send(
    new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }),
  );
  return new Set(Successful.map(({ Id }) => Id));
};

/**
 * Puts each item onto the queue and answers those that the queue did not take, in their order.
 * `messageOf` is asked right before the sending, so what it counts from now on is not stale in a
 * long list. Throws when the queue could not be asked.
 */
export const sendEach = async <T>(
  target: Target,
  items: readonly T[],
  messageOf: (item: T) => Outgoing,
): Promise<readonly T[]> => {
  const refused: T[] = [];
  for (let from = 0; from < items.length; from += most) {
    const ten = items.slice(from, from + most);
    const taken = await sendTen(target, ten.map(messageOf));
    refused.push(...ten.filter((_, index) => !taken.has(String(index))));
  }
  return refused;
};
