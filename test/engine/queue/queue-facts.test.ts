import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import type { QueueAttributeName } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { arnOf, openQueues, queueNamed, START } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

const redrive = { deadLetterArn: arnOf('dead'), maxReceiveCount: 5 };

let open: OpenQueues;

beforeEach(async () => {
  open = await openQueues([
    queueNamed('work', { redrive, visibilityTimeoutSeconds: 360 }),
    queueNamed('work-late', { redrive, delaySeconds: 9 }),
    queueNamed('dead'),
    queueNamed('line.fifo', { contentBasedDeduplication: true }),
  ]);
});

afterEach(() => open.close());

const attributes = async (queue: string, ...AttributeNames: string[]) => {
  const input = {
    QueueUrl: open.url(queue),
    AttributeNames: AttributeNames as QueueAttributeName[],
  };
  return (await open.sqs.send(new GetQueueAttributesCommand(input))).Attributes;
};

test('the attributes tell the definition', async () => {
  expect(await attributes('work', 'All')).toEqual({
    QueueArn: arnOf('work'),
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
    ApproximateNumberOfMessagesDelayed: '0',
    CreatedTimestamp: String(START / 1000),
    LastModifiedTimestamp: String(START / 1000),
    VisibilityTimeout: '360',
    MaximumMessageSize: '1048576',
    MessageRetentionPeriod: '345600',
    DelaySeconds: '0',
    ReceiveMessageWaitTimeSeconds: '0',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 5 }),
  });
  expect(await attributes('line.fifo', 'FifoQueue', 'ContentBasedDeduplication')).toEqual({
    FifoQueue: 'true',
    ContentBasedDeduplication: 'true',
  });
  expect(await attributes('dead')).toBeUndefined();
});

test('the counts tell visible, in flight and delayed apart, and so do the depths', async () => {
  const QueueUrl = open.url('work');
  for (const DelaySeconds of [0, 0, 0, 60, 60]) {
    await open.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a', DelaySeconds }));
  }
  await open.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  open.clock.advance(1999);
  expect(await attributes('work', 'All')).toMatchObject({
    ApproximateNumberOfMessages: '2',
    ApproximateNumberOfMessagesNotVisible: '1',
    ApproximateNumberOfMessagesDelayed: '2',
  });
  expect(await open.engine.depths()).toEqual([
    { name: 'dead', visible: 0, inFlight: 0, delayed: 0, oldestAgeSeconds: 0 },
    { name: 'line.fifo', visible: 0, inFlight: 0, delayed: 0, oldestAgeSeconds: 0 },
    { name: 'work', visible: 2, inFlight: 1, delayed: 2, oldestAgeSeconds: 1 },
    { name: 'work-late', visible: 0, inFlight: 0, delayed: 0, oldestAgeSeconds: 0 },
  ]);
});

test('unknown attributes and those that are not kept are named', async () => {
  await expect(attributes('work', 'Colour')).rejects.toMatchObject({
    name: 'InvalidAttributeName',
    message: 'Unknown Attribute Colour.',
  });
  await expect(attributes('work', 'KmsMasterKeyId')).rejects.toMatchObject({
    name: 'UnsupportedByEmbeddedEngine',
    message: expect.stringContaining('KmsMasterKeyId'),
  });
});

test('a queue is found by its name', async () => {
  const { QueueUrl } = await open.sqs.send(new GetQueueUrlCommand({ QueueName: 'work' }));
  const own = { QueueName: 'work', QueueOwnerAWSAccountId: '000000000000' };
  expect(await open.sqs.send(new GetQueueUrlCommand(own))).toMatchObject({ QueueUrl });
  const other = { ...own, QueueOwnerAWSAccountId: '111111111111' };
  await expect(open.sqs.send(new GetQueueUrlCommand(other))).rejects.toThrow('other accounts');
  expect(QueueUrl).toBe(open.url('work'));
});

test('an unknown queue has the error of the service, new name and old', async () => {
  const fault = await open.sqs
    .send(new GetQueueUrlCommand({ QueueName: 'none' }))
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(QueueDoesNotExist);
  expect(fault).toMatchObject({
    message: 'The specified queue does not exist.',
    Error: { Code: 'AWS.SimpleQueueService.NonExistentQueue', Type: 'Sender' },
  });
  const receive = (QueueUrl: string) => open.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  await expect(receive(open.url('none'))).rejects.toBeInstanceOf(QueueDoesNotExist);
  const elsewhere = open.url('work').replace('000000000000', '111111111111');
  await expect(receive(elsewhere)).rejects.toBeInstanceOf(QueueDoesNotExist);
  await expect(receive(`${new URL(open.url('work')).origin}/work`)).rejects.toMatchObject({
    name: 'InvalidAddress',
    $metadata: { httpStatusCode: 404 },
  });
});

const list = (input: object) => open.sqs.send(new ListQueuesCommand(input));

test('queues are listed by name, by prefix, and in pages', async () => {
  const all = ['dead', 'line.fifo', 'work', 'work-late'].map((name) => open.url(name));
  expect((await list({})).QueueUrls).toEqual(all);
  expect((await list({ QueueNamePrefix: 'wo' })).QueueUrls).toEqual(all.slice(2));
  expect((await list({ QueueNamePrefix: 'x' })).QueueUrls).toBeUndefined();
  const first = await list({ MaxResults: 3 });
  expect(first.QueueUrls).toEqual(all.slice(0, 3));
  const rest = await list({ MaxResults: 3, NextToken: first.NextToken });
  expect(rest).toMatchObject({ QueueUrls: all.slice(3) });
  expect(rest.NextToken).toBeUndefined();
  await expect(list({ MaxResults: 1001 })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

test('a dead-letter queue knows its sources', async () => {
  const { queueUrls } = await open.sqs.send(
    new ListDeadLetterSourceQueuesCommand({ QueueUrl: open.url('dead') }),
  );
  expect(queueUrls).toEqual([open.url('work'), open.url('work-late')]);
});

test.each([
  ['CreateQueue', new CreateQueueCommand({ QueueName: 'new' })],
  ['DeleteQueue', new DeleteQueueCommand({ QueueUrl: 'http://x/000000000000/work' })],
  ['SetQueueAttributes', new SetQueueAttributesCommand({ QueueUrl: '', Attributes: {} })],
  ['ListQueueTags', new ListQueueTagsCommand({ QueueUrl: '' })],
])('%s is named as unsupported', async (operation, command) => {
  const send = open.engine.handle(operation, { ...command.input });
  await expect(send).rejects.toMatchObject({
    code: 'UnsupportedByEmbeddedEngine',
    status: 501,
    message: expect.stringContaining(operation),
  });
});

test.each([
  ['a name with a space', queueNamed('a b')],
  ['.fifo without FIFO', { ...queueNamed('a.fifo'), fifo: false }],
  ['FIFO without .fifo', { ...queueNamed('a'), fifo: true }],
  ['a delay over 15 minutes', queueNamed('a', { delaySeconds: 901 })],
  ['a time-out over 12 hours', queueNamed('a', { visibilityTimeoutSeconds: 43_201 })],
  ['a retention under a minute', queueNamed('a', { retentionSeconds: 59 })],
  ['a size over 1 MiB', queueNamed('a', { maximumMessageSize: 1_048_577 })],
  ['no receive at all', queueNamed('a', { redrive: { ...redrive, maxReceiveCount: 0 } })],
])('a definition with %s is refused', (_, queue) => {
  expect(() => open.engine.define(queue)).toThrow(RangeError);
});

test('a queue may be defined anew, and what changed holds for the messages in it', async () => {
  await open.sqs.send(new SendMessageCommand({ QueueUrl: open.url('dead'), MessageBody: 'a' }));
  open.clock.advance(60_000);
  open.engine.define(queueNamed('dead', { retentionSeconds: 60 }));
  expect(await attributes('dead', 'All')).toMatchObject({
    ApproximateNumberOfMessages: '0',
    CreatedTimestamp: String(START / 1000),
    LastModifiedTimestamp: String(START / 1000 + 60),
  });
});

test('a queue that is defined again as it was has not been modified', async () => {
  open.clock.advance(60_000);
  open.engine.define(queueNamed('dead'));
  expect(await attributes('dead', 'LastModifiedTimestamp')).toEqual({
    LastModifiedTimestamp: String(START / 1000),
  });
});
