import type { QueueEngine } from '../../model.ts';
import { parseArn } from '../arn.ts';
import { queueUrlOf } from './queue-url.ts';

export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

/** A message in the form of the `ReceiveMessage` response. */
export interface ReceivedMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly MD5OfMessageAttributes?: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
}

interface RemovalFailure {
  readonly Id: string;
  readonly Code: string;
  readonly Message?: string;
}

export interface QueueWire {
  /** Returns whether there is something to receive, without receiving it. */
  hasVisible(): Promise<boolean>;
  /** Receives what is visible now, without waiting; 1 ≤ `limit` ≤ 10. */
  receive(limit: number): Promise<readonly ReceivedMessage[]>;
  /** Deletes any number of messages. Throws when the queue refuses one; the others are deleted. */
  remove(messages: readonly ReceivedMessage[]): Promise<void>;
}

/** SQS's limit for one call. */
export const MOST_PER_CALL = 10;

const toRemovalError = (failures: readonly RemovalFailure[]): Error =>
  new Error(`messages not deleted: ${failures.map(({ Code }) => Code).join(', ')}`);

/** Creates the interface to one queue, with the operations that a real poller would call. */
export const queueWire = (queues: QueueEngine, queueArn: string): QueueWire => {
  const QueueUrl = queueUrlOf(queueArn);
  const queueName = parseArn(queueArn).resource;
  const removeSome = async (messages: readonly ReceivedMessage[]) => {
    const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle }));
    const answer: { readonly Failed?: readonly RemovalFailure[] } = await queues.handle(
      'DeleteMessageBatch',
      { QueueUrl, Entries },
    );
    return answer.Failed ?? [];
  };
  return {
    async hasVisible() {
      const depths = await queues.depths();
      return depths.some(({ name, visible }) => name === queueName && visible > 0);
    },
    async receive(limit) {
      const answer: { readonly Messages?: readonly ReceivedMessage[] } = await queues.handle(
        'ReceiveMessage',
        {
          QueueUrl,
          MaxNumberOfMessages: limit,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
          WaitTimeSeconds: 0,
        },
      );
      return answer.Messages ?? [];
    },
    async remove(messages) {
      const failures: RemovalFailure[] = [];
      for (let at = 0; at < messages.length; at += MOST_PER_CALL)
        failures.push(...(await removeSome(messages.slice(at, at + MOST_PER_CALL))));
      if (failures.length > 0) throw toRemovalError(failures);
    },
  };
};
