import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { Message, SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openQueues, queueNamed } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

let open: OpenQueues;

beforeEach(async () => {
  open = await openQueues([
    queueNamed('line.fifo', { contentBasedDeduplication: true }),
    queueNamed('strict.fifo'),
    queueNamed('wide.fifo', { deduplicatesPerGroup: true }),
    queueNamed('late.fifo', { contentBasedDeduplication: true, delaySeconds: 60 }),
  ]);
});

afterEach(() => open.close());

const send = (group: string, body: string, more: Partial<SendMessageCommandInput> = {}) =>
  open.sqs.send(
    new SendMessageCommand({
      QueueUrl: open.url('line.fifo'),
      MessageBody: body,
      MessageGroupId: group,
      ...more,
    }),
  );

const receive = async (more: object = {}): Promise<readonly Message[]> => {
  const input = { QueueUrl: open.url('line.fifo'), MaxNumberOfMessages: 10, ...more };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

const remove = (message: Message | undefined) =>
  open.sqs.send(
    new DeleteMessageCommand({
      QueueUrl: open.url('line.fifo'),
      ReceiptHandle: message?.ReceiptHandle,
    }),
  );

const release = (message: Message | undefined) =>
  open.sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: open.url('line.fifo'),
      ReceiptHandle: message?.ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );

const bodies = (messages: readonly Message[]) => messages.map(({ Body }) => Body);

test('one receive hands out several messages of a group, in the order they were sent', async () => {
  for (const body of ['1', '2', '3', '4']) await send('a', body);
  expect(bodies(await receive({ MaxNumberOfMessages: 3 }))).toEqual(['1', '2', '3']);
  expect(await receive()).toEqual([]);
});

test('a group is closed while one of its messages is in flight; others go on', async () => {
  for (const body of ['a1', 'a2']) await send('a', body);
  await send('b', 'b1');
  const [head] = await receive({ MaxNumberOfMessages: 1 });
  expect(head?.Body).toBe('a1');
  expect(bodies(await receive())).toEqual(['b1']);
  await remove(head);
  expect(bodies(await receive())).toEqual(['a2']);
});

test('a group opens again only when all of its messages are out of flight, at the oldest', async () => {
  for (const body of ['1', '2', '3']) await send('a', body);
  const [first, second] = await receive({ MaxNumberOfMessages: 2 });
  await release(first);
  expect(await receive()).toEqual([]);
  await release(second);
  expect(bodies(await receive())).toEqual(['1', '2', '3']);
});

test('a message whose time-out has passed comes back before those behind it', async () => {
  for (const body of ['1', '2']) await send('a', body);
  await receive({ MaxNumberOfMessages: 1 });
  open.clock.advance(30_000);
  expect(bodies(await receive())).toEqual(['1', '2']);
});

test('a passed time-out ends the right to delete', async () => {
  await send('a', '1');
  const [message] = await receive();
  open.clock.advance(30_000);
  await expect(remove(message)).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: expect.stringContaining('The receipt handle has expired'),
  });
  const [again] = await receive();
  await expect(remove(message)).rejects.toThrow('The receipt handle has expired');
  await remove(again);
  open.clock.advance(30_000);
  expect(await receive()).toEqual([]);
});

test('a repeat within five minutes is answered with the first message and not delivered', async () => {
  const first = await send('a', 'same');
  open.clock.advance(299_999);
  const repeat = await send('a', 'same');
  expect(repeat).toMatchObject({
    MessageId: first.MessageId,
    SequenceNumber: first.SequenceNumber,
  });
  const [only, ...more] = await receive();
  expect(more).toEqual([]);
  await remove(only);
  expect((await send('a', 'same')).MessageId).toBe(first.MessageId);
  open.clock.advance(1);
  expect((await send('a', 'same')).MessageId).not.toBe(first.MessageId);
  expect(await receive()).toHaveLength(1);
});

test('an explicit deduplication id decides, whatever the content', async () => {
  const QueueUrl = open.url('strict.fifo');
  const first = await send('a', 'one', { QueueUrl, MessageDeduplicationId: 'x' });
  const repeat = await send('a', 'two', { QueueUrl, MessageDeduplicationId: 'x' });
  const other = await send('a', 'one', { QueueUrl, MessageDeduplicationId: 'y' });
  expect(repeat.MessageId).toBe(first.MessageId);
  expect(other.MessageId).not.toBe(first.MessageId);
  expect(bodies(await receive({ QueueUrl }))).toEqual(['one', 'one']);
});

test('high throughput looks for repeats within the group only, and says so', async () => {
  const QueueUrl = open.url('wide.fifo');
  const sendTo = (group: string) =>
    send(group, 'same', { QueueUrl, MessageDeduplicationId: 'x' }).then((sent) => sent.MessageId);
  const [first, other] = [await sendTo('a'), await sendTo('b')];
  expect(other).not.toBe(first);
  expect(await sendTo('a')).toBe(first);
  expect(bodies(await receive({ QueueUrl }))).toEqual(['same', 'same']);
  const names = ['DeduplicationScope', 'FifoThroughputLimit'] as const;
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] });
  expect((await open.sqs.send(asked)).Attributes).toEqual({
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
  });
});

test('sequence numbers grow and come with group and deduplication id', async () => {
  const sent = [await send('a', '1'), await send('a', '2'), await send('b', '3')];
  const numbers = sent.map(({ SequenceNumber }) => BigInt(SequenceNumber ?? 0));
  expect(numbers[0]! < numbers[1]! && numbers[1]! < numbers[2]!).toBe(true);
  const [message] = await receive({ MessageSystemAttributeNames: ['All'] });
  expect(message?.Attributes).toMatchObject({
    MessageGroupId: 'a',
    SequenceNumber: sent[0]?.SequenceNumber,
    // SHA-256 of '1'
    MessageDeduplicationId: '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',
  });
});

test.each<[string, Partial<SendMessageCommandInput>, string]>([
  ['no group', { MessageGroupId: undefined }, 'MissingParameter'],
  ['a delay of its own', { DelaySeconds: 1 }, 'InvalidParameterValue'],
  ['an empty group', { MessageGroupId: '' }, 'InvalidParameterValue'],
  [
    'a deduplication id too long',
    { MessageDeduplicationId: 'x'.repeat(129) },
    'InvalidParameterValue',
  ],
])('%s is refused', async (_, more, name) => {
  await expect(send('a', 'x', more)).rejects.toMatchObject({ name });
});

test('without content-based deduplication an id is required, in a batch of all', async () => {
  const QueueUrl = open.url('strict.fifo');
  await expect(send('a', 'x', { QueueUrl })).rejects.toMatchObject({
    name: 'InvalidParameterValue',
  });
  const entry = { MessageBody: 'x', MessageGroupId: 'a' };
  const batch = new SendMessageBatchCommand({
    QueueUrl,
    Entries: [
      { Id: '1', ...entry, MessageDeduplicationId: 'x' },
      { Id: '2', ...entry },
    ],
  });
  await expect(open.sqs.send(batch)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  expect(await receive({ QueueUrl })).toEqual([]);
});

test('the delay of the queue holds for all, and 0 is no delay of its own', async () => {
  const QueueUrl = open.url('late.fifo');
  await send('a', '1', { QueueUrl, DelaySeconds: 0 });
  open.clock.advance(59_999);
  expect(await receive({ QueueUrl })).toEqual([]);
  await send('a', '2', { QueueUrl });
  open.clock.advance(1);
  expect(bodies(await receive({ QueueUrl }))).toEqual(['1']);
});

test('a shorter delay of the queue lets nobody overtake', async () => {
  const QueueUrl = open.url('late.fifo');
  await send('a', 'patient', { QueueUrl });
  open.engine.define(queueNamed('late.fifo', { contentBasedDeduplication: true }));
  await send('a', 'hasty', { QueueUrl });
  await send('b', 'elsewhere', { QueueUrl });
  expect(bodies(await receive({ QueueUrl }))).toEqual(['elsewhere']);
  open.clock.advance(60_000);
  expect(bodies(await receive({ QueueUrl }))).toEqual(['patient', 'hasty', 'elsewhere']);
});
