import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs';

import { sdkConfig, withoutSdkLog } from '../sdk-client.ts';

/** SQS accepts at most 10 messages in one call. */
const most = 10;

/** The queue to which messages are sent. */
export interface Target {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** Returns the queue with one client for the lifetime of the function instance. */
export const createQueueTarget = (queueUrl: string): Target => ({
  client: withoutSdkLog(new SQSClient(sdkConfig)),
  queueUrl,
});

/** One outgoing message. */
export interface Outgoing {
  /** Sent as JSON. */
  readonly body: object;
  /** Whole seconds, up to 900; a FIFO queue accepts none. */
  readonly delaySeconds?: number;
  /** FIFO: messages of a group arrive in order. */
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
 * Sends each item to the queue and returns those that the queue did not accept, in order.
 * `messageOf` is called right before the sending, so that a value relative to the current time is
 * not stale in a long list. Throws when the queue could not be reached.
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
