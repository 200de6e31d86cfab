import {
  CancelMessageMoveTaskCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { Message } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { arnOf, openQueues, queueNamed } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

let open: OpenQueues;

beforeEach(async () => {
  open = await openQueues([
    queueNamed('work', { redrive: { deadLetterArn: arnOf('dead'), maxReceiveCount: 1 } }),
    queueNamed('other'),
    queueNamed('other.fifo'),
    queueNamed('dead'),
  ]);
});

afterEach(() => open.close());

const receive = async (queue: string): Promise<readonly Message[]> => {
  const input = {
    QueueUrl: open.url(queue),
    MaxNumberOfMessages: 10,
    VisibilityTimeout: 1,
    MessageSystemAttributeNames: ['All' as const],
  };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

const send = (queue: string, MessageBody: string) =>
  open.sqs.send(new SendMessageCommand({ QueueUrl: open.url(queue), MessageBody }));

/** Moves messages to `dead` by exceeding their receive count. */
const bury = async (count: number): Promise<readonly (string | undefined)[]> => {
  const ids = [];
  for (let body = 1; body <= count; body += 1) ids.push((await send('work', `${body}`)).MessageId);
  await receive('work');
  open.clock.advance(1000);
  expect(await receive('work')).toEqual([]);
  return ids;
};

const start = (more: { DestinationArn?: string; MaxNumberOfMessagesPerSecond?: number } = {}) =>
  open.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arnOf('dead'), ...more }));

const latest = async (MaxResults = 1) => {
  const input = { SourceArn: arnOf('dead'), MaxResults };
  return (await open.sqs.send(new ListMessageMoveTasksCommand(input))).Results ?? [];
};

const taskIs = (expected: object) =>
  vi.waitFor(async () => expect((await latest())[0]).toMatchObject(expected));

const cancel = (TaskHandle: string | undefined) =>
  open.sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle }));

test('messages go back to where they came from, as new messages', async () => {
  const before = await bury(3);
  open.clock.advance(5000);
  await start();
  await taskIs({
    Status: 'COMPLETED',
    ApproximateNumberOfMessagesMoved: 3,
    ApproximateNumberOfMessagesToMove: 3,
    StartedTimestamp: open.clock.now(),
  });
  expect((await latest())[0]).not.toHaveProperty('TaskHandle');
  const back = await receive('work');
  expect(back.map(({ Body }) => Body)).toEqual(['1', '2', '3']);
  expect(before).not.toContain(back[0]?.MessageId);
  expect(back[0]?.Attributes).toMatchObject({
    ApproximateReceiveCount: '1',
    SentTimestamp: String(open.clock.now()),
  });
  expect(back[0]?.Attributes).not.toHaveProperty('DeadLetterQueueSourceArn');
  expect(await receive('dead')).toEqual([]);
});

test('messages go where the task says', async () => {
  await bury(1);
  await start({ DestinationArn: arnOf('other') });
  await taskIs({ Status: 'COMPLETED', DestinationArn: arnOf('other') });
  expect(await receive('other')).toHaveLength(1);
});

test('a rate is kept second by second, also over a jump of the clock', async () => {
  await bury(10);
  const { TaskHandle } = await start({ MaxNumberOfMessagesPerSecond: 2 });
  const moved = (count: number) =>
    taskIs({ ApproximateNumberOfMessagesMoved: count, MaxNumberOfMessagesPerSecond: 2 });
  await moved(2);
  open.clock.advance(999);
  await moved(2);
  expect((await latest())[0]).toMatchObject({ Status: 'RUNNING', TaskHandle });
  open.clock.advance(1);
  await moved(4);
  open.clock.advance(2000);
  await moved(8);
  open.clock.advance(86_400_000);
  await taskIs({ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 10 });
});

test('a cancelled task leaves the rest where it is', async () => {
  await bury(5);
  const { TaskHandle } = await start({ MaxNumberOfMessagesPerSecond: 1 });
  await taskIs({ ApproximateNumberOfMessagesMoved: 1 });
  expect((await cancel(TaskHandle)).ApproximateNumberOfMessagesMoved).toBe(1);
  open.clock.advance(60_000);
  await taskIs({ Status: 'CANCELLED', ApproximateNumberOfMessagesMoved: 1 });
  expect(await receive('dead')).toHaveLength(4);
  await expect(cancel(TaskHandle)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

test('a message that was sent to the dead-letter queue directly has no way back', async () => {
  await send('dead', 'stranger');
  await start();
  await taskIs({ Status: 'FAILED', FailureReason: 'CouldNotDetermineMessageSource' });
  expect(await receive('dead')).toHaveLength(1);
});

test('one task at a time, and the list shows the newest first', async () => {
  await bury(3);
  const { TaskHandle } = await start({ MaxNumberOfMessagesPerSecond: 1 });
  await expect(start()).rejects.toThrow('There is already a task running');
  await cancel(TaskHandle);
  await start();
  await taskIs({ Status: 'COMPLETED' });
  expect((await latest(10)).map(({ Status }) => Status)).toEqual(['COMPLETED', 'CANCELLED']);
});

test.each([
  ['a source that is no dead-letter queue', { SourceArn: arnOf('work') }, 'InvalidParameterValue'],
  ['an unknown source', { SourceArn: arnOf('none') }, 'ResourceNotFoundException'],
  ['a source that is no ARN', { SourceArn: 'dead' }, 'InvalidParameterValue'],
  ['an unknown destination', { DestinationArn: arnOf('none') }, 'ResourceNotFoundException'],
  ['the source as destination', { DestinationArn: arnOf('dead') }, 'InvalidParameterValue'],
  ['another type of queue', { DestinationArn: arnOf('other.fifo') }, 'InvalidParameterValue'],
  ['a rate over 500', { MaxNumberOfMessagesPerSecond: 501 }, 'InvalidParameterValue'],
])('a task with %s is refused', async (_, more, name) => {
  const input = { SourceArn: arnOf('dead'), ...more };
  await expect(open.sqs.send(new StartMessageMoveTaskCommand(input))).rejects.toMatchObject({
    name,
  });
  expect(await latest()).toEqual([]);
});

const forged = (sourceArn: string) =>
  Buffer.from(JSON.stringify({ taskId: 'none', sourceArn })).toString('base64');

test('a task handle that was never given out is refused', async () => {
  await expect(cancel('nonsense')).rejects.toThrow('Value for parameter TaskHandle is invalid');
  await expect(cancel(forged(arnOf('dead')))).rejects.toThrow('Task does not exist');
  await expect(cancel(forged(arnOf('none')))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 404 },
  });
});
