import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { Message, SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { arnOf, openQueues, queueNamed } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

let open: OpenQueues;

beforeEach(async () => {
  open = await openQueues([
    queueNamed('work', { redrive: { deadLetterArn: arnOf('dead'), maxReceiveCount: 2 } }),
    queueNamed('dead', { retentionSeconds: 1000 }),
    queueNamed('line.fifo', {
      contentBasedDeduplication: true,
      redrive: { deadLetterArn: arnOf('dead.fifo'), maxReceiveCount: 1 },
    }),
    queueNamed('dead.fifo', { retentionSeconds: 1000 }),
    queueNamed('astray', { redrive: { deadLetterArn: arnOf('nowhere'), maxReceiveCount: 1 } }),
  ]);
});

afterEach(() => open.close());

const send = (queue: string, MessageBody: string, more: Partial<SendMessageCommandInput> = {}) =>
  open.sqs.send(new SendMessageCommand({ QueueUrl: open.url(queue), MessageBody, ...more }));

const receive = async (queue: string): Promise<readonly Message[]> => {
  const input = {
    QueueUrl: open.url(queue),
    MaxNumberOfMessages: 10,
    VisibilityTimeout: 1,
    MessageSystemAttributeNames: ['All' as const],
    MessageAttributeNames: ['All'],
  };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

const receiveTimes = async (queue: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    await receive(queue);
    open.clock.advance(1000);
  }
};

const depth = async (queue: string) => {
  const { Attributes } = await open.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: open.url(queue), AttributeNames: ['All'] }),
  );
  return Attributes?.ApproximateNumberOfMessages;
};

test('after two receives the message dies at the third, and keeps what it is', async () => {
  const attributes = { cause: { DataType: 'String', StringValue: '超期' } };
  const sent = await send('work', '工单', { MessageAttributes: attributes });
  await receiveTimes('work', 2);
  expect(await depth('work')).toBe('1');
  expect(await depth('dead')).toBe('0');
  expect(await receive('work')).toEqual([]);
  expect(await depth('work')).toBe('0');
  const [dead] = await receive('dead');
  expect(dead).toMatchObject({
    MessageId: sent.MessageId,
    Body: '工单',
    MessageAttributes: attributes,
    Attributes: { ApproximateReceiveCount: '3', DeadLetterQueueSourceArn: arnOf('work') },
  });
});

test('who listens to the dead-letter queue hears of the message', async () => {
  await send('work', 'a');
  await receiveTimes('work', 2);
  const heard = vi.fn<() => void>();
  open.engine.onReceivable(arnOf('dead'), heard);
  await receive('work');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('the dying make room for the living in the same receive', async () => {
  await send('work', 'ill');
  await receiveTimes('work', 2);
  await send('work', 'well');
  expect((await receive('work')).map(({ Body }) => Body)).toEqual(['well']);
  expect(await depth('dead')).toBe('1');
});

test('a handle from the source queue deletes nothing in the dead-letter queue', async () => {
  await send('work', 'a');
  await receiveTimes('work', 1);
  const [last] = await receive('work');
  open.clock.advance(1000);
  await receive('work');
  const handle = { QueueUrl: open.url('work'), ReceiptHandle: last?.ReceiptHandle };
  await open.sqs.send(new DeleteMessageCommand(handle));
  expect(await receive('dead')).toHaveLength(1);
});

test('retention goes on from the sending for a standard queue', async () => {
  await send('work', 'a');
  open.clock.advance(900_000);
  await receiveTimes('work', 2);
  await receive('work');
  expect(await depth('dead')).toBe('1');
  open.clock.advance(97_999);
  expect(await depth('dead')).toBe('1');
  open.clock.advance(1);
  expect(await depth('dead')).toBe('0');
});

test('retention starts anew in a FIFO dead-letter queue', async () => {
  await send('line.fifo', 'a', { MessageGroupId: 'g' });
  open.clock.advance(900_000);
  await receiveTimes('line.fifo', 1);
  await receive('line.fifo');
  open.clock.advance(999_999);
  expect(await depth('dead.fifo')).toBe('1');
  open.clock.advance(1);
  expect(await depth('dead.fifo')).toBe('0');
});

test('a dead head lets its group go on, and the dead keep their order', async () => {
  const sent = [];
  for (const body of ['1', '2', '3']) {
    sent.push(await send('line.fifo', body, { MessageGroupId: 'g' }));
  }
  await receiveTimes('line.fifo', 1);
  await send('line.fifo', '4', { MessageGroupId: 'g' });
  expect((await receive('line.fifo')).map(({ Body }) => Body)).toEqual(['4']);
  const dead = await receive('dead.fifo');
  expect(dead.map(({ Body }) => Body)).toEqual(['1', '2', '3']);
  expect(dead[0]?.Attributes).toMatchObject({
    MessageGroupId: 'g',
    SequenceNumber: sent[0]?.SequenceNumber,
    // The service replaces the deduplication id with the message id when it moves the message.
    MessageDeduplicationId: sent[0]?.MessageId,
  });
});

test('a dead-letter queue that does not exist is a fault, never a lost message', async () => {
  await send('astray', 'a');
  await expect(receive('astray')).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  expect(await depth('astray')).toBe('1');
});
