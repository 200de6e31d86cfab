import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs';
import type { SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openQueues, queueNamed } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

let open: OpenQueues;

beforeEach(async () => {
  open = await openQueues([queueNamed('work'), queueNamed('line.fifo')]);
});

afterEach(() => open.close());

const send = (Entries: SendMessageBatchRequestEntry[], queue = 'work') =>
  open.sqs.send(new SendMessageBatchCommand({ QueueUrl: open.url(queue), Entries }));

const entries = (count: number): SendMessageBatchRequestEntry[] =>
  Array.from({ length: count }, (_, index) => ({ Id: `m-${index}`, MessageBody: `${index}` }));

const receive = async () => {
  const input = { QueueUrl: open.url('work'), MaxNumberOfMessages: 10 };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

test('ten messages go in one call and keep their ids', async () => {
  const { Successful, Failed } = await send(entries(10));
  expect(Failed ?? []).toEqual([]);
  const received = await receive();
  expect(received.map(({ Body }) => Body)).toEqual(
    entries(10).map(({ MessageBody }) => MessageBody),
  );
  expect(received.map(({ MessageId }) => MessageId)).toEqual(
    Successful?.map(({ MessageId }) => MessageId),
  );
});

test('an entry that is refused leaves the others alone', async () => {
  const { Successful, Failed } = await send([
    { Id: 'good', MessageBody: 'a' },
    { Id: 'late', MessageBody: 'b', DelaySeconds: 901 },
    { Id: 'odd', MessageBody: '\u0000' },
    { Id: 'typed', MessageBody: 'c', MessageAttributes: { a: { DataType: 'Date' } } },
    { Id: 'fine', MessageBody: 'd', DelaySeconds: 900 },
  ]);
  expect(Successful?.map(({ Id }) => Id)).toEqual(['good', 'fine']);
  expect(Failed).toMatchObject([
    { Id: 'late', Code: 'InvalidParameterValue', SenderFault: true },
    { Id: 'odd', Code: 'InvalidMessageContents', SenderFault: true },
    { Id: 'typed', Code: 'InvalidParameterValue', SenderFault: true },
  ]);
  expect((await receive()).map(({ Body }) => Body)).toEqual(['a']);
});

test.each<[string, SendMessageBatchRequestEntry[], string]>([
  ['no entry', [], 'EmptyBatchRequest'],
  ['eleven entries', entries(11), 'TooManyEntriesInBatchRequest'],
  ['the same id twice', [...entries(2), ...entries(1)], 'BatchEntryIdsNotDistinct'],
  ['an id with a space', [{ Id: 'a b', MessageBody: 'x' }], 'InvalidBatchEntryId'],
  ['an id too long', [{ Id: 'x'.repeat(81), MessageBody: 'x' }], 'InvalidBatchEntryId'],
  [
    'more than 1 MiB together',
    [
      { Id: '1', MessageBody: 'x'.repeat(600_000) },
      { Id: '2', MessageBody: 'x'.repeat(448_577) },
    ],
    'BatchRequestTooLong',
  ],
])('a batch with %s is refused as a whole', async (_, batch, name) => {
  await expect(send(batch)).rejects.toMatchObject({ name });
  expect(await receive()).toEqual([]);
});

test('a batch may repeat a deduplication id', async () => {
  const entry = { MessageBody: 'x', MessageGroupId: 'g', MessageDeduplicationId: 'same' };
  const { Successful } = await send(
    [
      { Id: '1', ...entry },
      { Id: '2', ...entry },
    ],
    'line.fifo',
  );
  expect(new Set(Successful?.map(({ MessageId }) => MessageId)).size).toBe(1);
  expect(Successful).toHaveLength(2);
});

test('deleting in a batch tells the good handles from the bad', async () => {
  await send(entries(2));
  const [first, second] = await receive();
  const result = await open.sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl: open.url('work'),
      Entries: [
        { Id: 'one', ReceiptHandle: first?.ReceiptHandle },
        { Id: 'bad', ReceiptHandle: 'nonsense' },
      ],
    }),
  );
  expect(result.Successful).toEqual([{ Id: 'one' }]);
  expect(result.Failed).toMatchObject([{ Id: 'bad', Code: 'ReceiptHandleIsInvalid' }]);
  open.clock.advance(30_000);
  expect((await receive()).map(({ MessageId }) => MessageId)).toEqual([second?.MessageId]);
});

test('changing time-outs in a batch tells what is in flight from what is not', async () => {
  await send(entries(2));
  const [first, second] = await receive();
  open.clock.advance(29_000);
  const change = (timeout: number) =>
    open.sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: open.url('work'),
        Entries: [
          { Id: '1', ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: timeout },
          { Id: '2', ReceiptHandle: second?.ReceiptHandle, VisibilityTimeout: 0 },
        ],
      }),
    );
  expect((await change(100)).Successful).toEqual([{ Id: '1' }, { Id: '2' }]);
  const again = await change(50);
  expect(again.Successful).toEqual([{ Id: '1' }]);
  expect(again.Failed).toMatchObject([{ Id: '2', SenderFault: true }]);
  expect(again.Failed?.[0]?.Code).toContain('MessageNotInflight');
});

test('a fault of the engine fails the whole batch and keeps none of it', async () => {
  open.database.sql.exec(`
    CREATE TRIGGER full BEFORE INSERT ON queue_message WHEN NEW.body = '1'
    BEGIN SELECT raise(ABORT, 'disk full'); END`);
  await expect(send(entries(3))).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  expect(await receive()).toEqual([]);
});

test.each([
  ['SendMessageBatch', 'EmptyBatchRequest', {}],
  ['SendMessageBatch', 'EmptyBatchRequest', { Entries: null }],
  ['DeleteMessageBatch', 'EmptyBatchRequest', { Entries: [] }],
  ['ChangeMessageVisibilityBatch', 'EmptyBatchRequest', { Entries: null }],
  ['SendMessageBatch', 'SerializationException', { Entries: [null] }],
  ['SendMessageBatch', 'SerializationException', { Entries: [{ Id: 1, MessageBody: 'x' }] }],
])('%s with what is not there: %s', async (operation, code, input) => {
  const call = open.engine.handle(operation, { QueueUrl: open.url('work'), ...input });
  await expect(call).rejects.toMatchObject({ code, status: 400 });
});

test('an entry with a member of the wrong type refuses the whole batch', async () => {
  await send(entries(1));
  const [message] = await receive();
  const held = { Id: 'held', ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 };
  for (const [operation, good, bad] of [
    ['SendMessageBatch', { Id: 'a', MessageBody: 'x' }, { Id: 'b', MessageBody: 5 }],
    ['SendMessageBatch', { Id: 'a', MessageBody: 'x' }, { Id: 'b', DelaySeconds: '5' }],
    ['ChangeMessageVisibilityBatch', held, { ...held, Id: 'b', VisibilityTimeout: '0' }],
    ['DeleteMessageBatch', held, { Id: 'b', ReceiptHandle: 5 }],
  ] as const) {
    const call = open.engine.handle(operation, {
      QueueUrl: open.url('work'),
      Entries: [good, { MessageBody: 'y', ...bad }],
    });
    await expect(call).rejects.toMatchObject({ code: 'SerializationException', status: 400 });
  }
  expect(await receive()).toEqual([]);
  open.clock.advance(30_000);
  expect((await receive()).map(({ MessageId }) => MessageId)).toEqual([message?.MessageId]);
});

test('null stands for what is not there', async () => {
  const a = {
    DataType: 'String',
    StringValue: 'x',
    StringListValues: null,
    BinaryListValues: null,
  };
  const call = open.engine.handle('SendMessage', {
    QueueUrl: open.url('work'),
    MessageBody: 'b',
    MessageAttributes: { a },
    MessageSystemAttributes: { AWSTraceHeader: null },
  });
  await expect(call).resolves.toMatchObject({ MD5OfMessageBody: expect.any(String) });
  const QueueUrl = open.url('work');
  await expect(
    open.engine.handle('ReceiveMessage', { QueueUrl, ReceiveRequestAttemptId: null }),
  ).resolves.toMatchObject({ Messages: [{ Body: 'b' }] });
  const named = { QueueName: 'work', QueueOwnerAWSAccountId: null };
  await expect(open.engine.handle('GetQueueUrl', named)).resolves.toEqual({ QueueUrl });
});
