import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { ReceiveMessageCommandInput } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openQueues, queueNamed } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

const HOUR = 3_600_000;

let open: OpenQueues;

beforeEach(async () => {
  open = await openQueues([queueNamed('work'), queueNamed('other')]);
});

afterEach(() => open.close());

const send = (MessageBody: string) =>
  open.sqs.send(new SendMessageCommand({ QueueUrl: open.url('work'), MessageBody }));

const receive = async (more: Partial<ReceiveMessageCommandInput> = {}) => {
  const input = { QueueUrl: open.url('work'), ...more };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

const handleOf = async (more: Partial<ReceiveMessageCommandInput> = {}): Promise<string> => {
  const [message] = await receive(more);
  return message?.ReceiptHandle ?? '';
};

const remove = (ReceiptHandle: string, queue = 'work') =>
  open.sqs.send(new DeleteMessageCommand({ QueueUrl: open.url(queue), ReceiptHandle }));

const change = (ReceiptHandle: string, VisibilityTimeout: number) =>
  open.sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: open.url('work'),
      ReceiptHandle,
      VisibilityTimeout,
    }),
  );

test('one message is handed out unless more are asked for', async () => {
  for (const body of ['a', 'b', 'c']) await send(body);
  expect(await receive()).toHaveLength(1);
  expect(await receive({ MaxNumberOfMessages: 10 })).toHaveLength(2);
  expect(await receive()).toEqual([]);
});

test.each<[string, Partial<ReceiveMessageCommandInput>, string]>([
  ['11 messages', { MaxNumberOfMessages: 11 }, 'InvalidParameterValue'],
  ['0 messages', { MaxNumberOfMessages: 0 }, 'InvalidParameterValue'],
  ['a wait of 21 s', { WaitTimeSeconds: 21 }, 'InvalidParameterValue'],
  ['a negative wait', { WaitTimeSeconds: -1 }, 'InvalidParameterValue'],
  ['a time-out over 12 h', { VisibilityTimeout: 43_201 }, 'InvalidParameterValue'],
  ['an unknown attribute', { AttributeNames: ['Sender' as 'All'] }, 'InvalidAttributeName'],
  ['an attempt id', { ReceiveRequestAttemptId: 'again' }, 'UnsupportedByEmbeddedEngine'],
])('asking for %s is refused', async (_, more, name) => {
  await expect(receive(more)).rejects.toMatchObject({ name });
});

test('the time-out of the queue hides a received message for 30 seconds', async () => {
  await send('a');
  const [first] = await receive();
  open.clock.advance(29_999);
  expect(await receive()).toEqual([]);
  open.clock.advance(1);
  const [second] = await receive({ MessageSystemAttributeNames: ['All'] });
  expect(second?.MessageId).toBe(first?.MessageId);
  expect(second?.ReceiptHandle).not.toBe(first?.ReceiptHandle);
  expect(second?.Attributes?.ApproximateReceiveCount).toBe('2');
});

test('a receive may choose its own time-out', async () => {
  await send('a');
  await receive({ VisibilityTimeout: 5 });
  open.clock.advance(5000);
  expect(await receive({ VisibilityTimeout: 0 })).toHaveLength(1);
  expect(await receive()).toHaveLength(1);
});

test('a deleted message does not come back, and deleting again succeeds', async () => {
  await send('a');
  const handle = await handleOf();
  await remove(handle);
  await remove(handle);
  open.clock.advance(HOUR);
  expect(await receive()).toEqual([]);
});

test('the latest handle still deletes after the time-out has passed', async () => {
  await send('a');
  const handle = await handleOf();
  open.clock.advance(30_000);
  await remove(handle);
  expect(await receive()).toEqual([]);
});

test('an older handle answers success and deletes nothing', async () => {
  await send('a');
  const older = await handleOf({ VisibilityTimeout: 1 });
  open.clock.advance(1000);
  const latest = await handleOf({ VisibilityTimeout: 1 });
  await remove(older);
  open.clock.advance(1000);
  expect(await receive({ VisibilityTimeout: 0 })).toHaveLength(1);
  expect(latest).not.toBe(older);
});

test('a handle is worthless after twelve hours', async () => {
  await send('a');
  const handle = await handleOf();
  open.clock.advance(12 * HOUR + 1);
  await expect(remove(handle)).rejects.toThrow('The receipt handle has expired');
});

test('a malformed handle and one of another queue are refused', async () => {
  await send('a');
  const handle = await handleOf();
  const refusal = { name: 'ReceiptHandleIsInvalid', $metadata: { httpStatusCode: 404 } };
  await expect(remove('nonsense')).rejects.toMatchObject(refusal);
  await expect(remove(`${handle}AAAA`)).rejects.toMatchObject(refusal);
  await expect(remove(`${handle}!`)).rejects.toMatchObject(refusal);
  await expect(remove(handle, 'other')).rejects.toMatchObject(refusal);
  await expect(change('nonsense', 1)).rejects.toMatchObject(refusal);
});

test('visibility 0 makes a message receivable at once', async () => {
  await send('a');
  await change(await handleOf(), 0);
  expect(await receive()).toHaveLength(1);
});

test('a changed time-out counts from the change', async () => {
  await send('a');
  const handle = await handleOf();
  open.clock.advance(20_000);
  await change(handle, 60);
  open.clock.advance(59_999);
  expect(await receive()).toEqual([]);
  open.clock.advance(1);
  expect(await receive()).toHaveLength(1);
});

test('a message that is not in flight has no time-out to change', async () => {
  await send('a');
  const handle = await handleOf();
  open.clock.advance(30_000);
  await expect(change(handle, 10)).rejects.toMatchObject({ name: 'MessageNotInflight' });
  await handleOf();
  await expect(change(handle, 10)).rejects.toThrow('not available for visibility timeout change');
});

test('a message stays hidden for twelve hours from its receive at most', async () => {
  await send('a');
  const handle = await handleOf({ VisibilityTimeout: 3600 });
  await change(handle, 43_200);
  open.clock.advance(HOUR);
  await expect(change(handle, 43_200)).rejects.toThrow(
    'Total VisibilityTimeout for the message is beyond the limit [43200 seconds]',
  );
  await change(handle, 39_600);
  await expect(change(handle, 43_201)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  await expect(change(handle, -1)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

test('more than 120,000 messages in flight are over the limit', async () => {
  await send('one more');
  open.database.sql.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120000)
    INSERT INTO queue_message (queue, id, body, attributes, sentAt, enqueuedAt, arrivedAt, visibleAt,
      receiveCount, receipt)
    SELECT 'work', 'm' || i, 'x', '{}', ${open.clock.now()}, ${open.clock.now()},
      ${open.clock.now()}, ${open.clock.now() + 30_000}, 1, 'held' FROM n`);
  await expect(receive()).rejects.toMatchObject({
    name: 'OverLimit',
    $metadata: { httpStatusCode: 403 },
  });
  open.clock.advance(30_000);
  expect(await receive({ MaxNumberOfMessages: 10 })).toHaveLength(10);
});

test('a purge removes what is visible and what is in flight, once a minute', async () => {
  const purge = () => open.sqs.send(new PurgeQueueCommand({ QueueUrl: open.url('work') }));
  await send('a');
  await send('b');
  await receive();
  await purge();
  open.clock.advance(59_999);
  expect(await receive()).toEqual([]);
  await expect(purge()).rejects.toMatchObject({
    name: 'PurgeQueueInProgress',
    $metadata: { httpStatusCode: 403 },
  });
  open.clock.advance(1);
  expect((await purge()).$metadata.httpStatusCode).toBe(200);
});
