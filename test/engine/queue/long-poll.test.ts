import { setImmediate as turn } from 'node:timers/promises';

import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
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
    queueNamed('work'),
    queueNamed('patient', { receiveWaitSeconds: 20 }),
    queueNamed('line.fifo', { contentBasedDeduplication: true }),
  ]);
});

afterEach(() => open.close());

const send = (more: Partial<SendMessageCommandInput> = {}) =>
  open.sqs.send(new SendMessageCommand({ QueueUrl: open.url('work'), MessageBody: 'a', ...more }));

const receive = async (queue: string, WaitTimeSeconds?: number): Promise<readonly Message[]> => {
  const input = {
    QueueUrl: open.url(queue),
    MaxNumberOfMessages: 10,
    ...(WaitTimeSeconds !== undefined && { WaitTimeSeconds }),
  };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

/**
 * A poll that has reached the engine and found nothing, and a function that returns whether it has
 * ended.
 */
const startPoll = async (queue: string, wait?: number) => {
  const before = open.heard();
  let over = false;
  const result = receive(queue, wait).finally(() => (over = true));
  await vi.waitFor(() => expect(open.heard()).toBeGreaterThan(before));
  // A later call is answered after the first read of the poll has been committed.
  await open.engine.depths();
  return { result, over: () => over };
};

test('a poll ends empty when the clock has passed its wait, not before', async () => {
  const poll = await startPoll('work', 20);
  open.clock.advance(19_999);
  await receive('work', 0);
  expect(poll.over()).toBe(false);
  open.clock.advance(1);
  expect(await poll.result).toEqual([]);
});

test('the wait of the queue holds where the call names none', async () => {
  const poll = await startPoll('patient');
  expect(poll.over()).toBe(false);
  open.clock.advance(20_000);
  expect(await poll.result).toEqual([]);
});

test('a message that is sent ends the poll at once', async () => {
  const poll = await startPoll('patient');
  await send({ QueueUrl: open.url('patient') });
  expect(await poll.result).toHaveLength(1);
});

test('a delay that elapses ends the poll', async () => {
  await send({ DelaySeconds: 10 });
  const poll = await startPoll('work', 20);
  open.clock.advance(9999);
  await receive('line.fifo', 0);
  expect(poll.over()).toBe(false);
  open.clock.advance(1);
  expect(await poll.result).toHaveLength(1);
});

test('a clock that jumps over delay and wait still hands out the message', async () => {
  await send({ DelaySeconds: 600 });
  const poll = await startPoll('work', 20);
  open.clock.advance(3 * 86_400_000);
  expect(await poll.result).toHaveLength(1);
});

test('a time-out that passes, or is given up, ends the poll', async () => {
  await send();
  const [held] = await receive('work');
  const first = await startPoll('work', 20);
  await open.sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: open.url('work'),
      ReceiptHandle: held?.ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );
  expect(await first.result).toHaveLength(1);
  open.clock.advance(20_000);
  const second = await startPoll('work', 20);
  open.clock.advance(10_000);
  expect(await second.result).toHaveLength(1);
});

test('a deleted head of a group ends the poll for the next of it', async () => {
  const QueueUrl = open.url('line.fifo');
  await send({ QueueUrl, MessageBody: 'first', MessageGroupId: 'g' });
  const [head] = await receive('line.fifo', 0);
  await send({ QueueUrl, MessageBody: 'second', MessageGroupId: 'g' });
  const poll = await startPoll('line.fifo', 20);
  expect(poll.over()).toBe(false);
  await open.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: head?.ReceiptHandle }));
  expect((await poll.result).map(({ Body }) => Body)).toEqual(['second']);
});

test('of two polls one gets the message and the other keeps waiting', async () => {
  const one = await startPoll('patient');
  const two = await startPoll('patient');
  await send({ QueueUrl: open.url('patient') });
  const first = await Promise.race([one.result, two.result]);
  expect(first).toHaveLength(1);
  await receive('work', 0);
  expect([one.over(), two.over()].filter(Boolean)).toHaveLength(1);
  open.clock.advance(20_000);
  const both = [...(await one.result), ...(await two.result)];
  expect(both).toHaveLength(1);
});

test('a stop ends the polls', async () => {
  const poll = await startPoll('work', 20);
  open.engine.stop();
  expect(await poll.result).toEqual([]);
});

test('a listener hears of arrivals, elapsed delays and released messages, and of nothing else', async () => {
  const heard = vi.fn<() => void>();
  const unlisten = open.engine.onReceivable(arnOf('work'), heard);
  await send({ DelaySeconds: 5 });
  expect(heard).toHaveBeenCalledTimes(0);
  open.clock.advance(5000);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  const [held] = await receive('work');
  await open.sqs.send(
    new DeleteMessageCommand({ QueueUrl: open.url('work'), ReceiptHandle: held?.ReceiptHandle }),
  );
  open.clock.advance(60_000);
  await receive('work', 0);
  await turn();
  expect(heard).toHaveBeenCalledTimes(1);
  await send();
  expect(heard).toHaveBeenCalledTimes(2);
  unlisten();
  await send();
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a listener hears of every one of several delays, whatever the order of sending', async () => {
  const heard = vi.fn<() => void>();
  open.engine.onReceivable(arnOf('work'), heard);
  for (const DelaySeconds of [200, 100, 300]) await send({ DelaySeconds });
  for (const times of [1, 2, 3]) {
    open.clock.advance(100_000);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(times));
  }
});

test('a time-out that is shortened ends the poll at its new end', async () => {
  await send();
  const [held] = await receive('work');
  const poll = await startPoll('work', 20);
  await open.sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: open.url('work'),
      ReceiptHandle: held?.ReceiptHandle,
      VisibilityTimeout: 5,
    }),
  );
  open.clock.advance(5000);
  expect(await poll.result).toHaveLength(1);
});

test('a listener for a queue that nobody defined is a mistake', () => {
  expect(() => open.engine.onReceivable(arnOf('none'), () => undefined)).toThrow('no queue');
});
