import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import {
  DeleteMessageCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { Message } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { arnOf, openQueues, queueNamed, START } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

const QUEUES = [
  queueNamed('work', { redrive: { deadLetterArn: arnOf('dead'), maxReceiveCount: 1 } }),
  queueNamed('dead'),
  queueNamed('line.fifo', { contentBasedDeduplication: true }),
];

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'queues-'));
  path = join(directory, 'engine.db');
});

afterEach(() => rm(directory, { recursive: true }));

/** Runs `work` with a newly started engine on the same file. */
const during = async <T>(start: number, work: (open: OpenQueues) => Promise<T>): Promise<T> => {
  const open = await openQueues(QUEUES, { path, start });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
};

const send = (open: OpenQueues, queue: string, more: object = {}) =>
  open.sqs.send(new SendMessageCommand({ QueueUrl: open.url(queue), MessageBody: 'a', ...more }));

const receive = async (open: OpenQueues, queue: string, more: object = {}) => {
  const input = { QueueUrl: open.url(queue), MaxNumberOfMessages: 10, ...more };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

const idsOf = (messages: readonly Message[]) => messages.map(({ MessageId }) => MessageId);

test('what was in flight or delayed shows up when its time has come, and deletes still hold', async () => {
  const held = await during(START, async (open) => {
    await send(open, 'work');
    const [message] = await receive(open, 'work');
    await send(open, 'work', { MessageBody: 'later', DelaySeconds: 100 });
    return message;
  });
  await during(START + 29_999, async (open) => {
    expect(await receive(open, 'dead')).toEqual([]);
    expect(await receive(open, 'work')).toEqual([]);
    const handle = { QueueUrl: open.url('work'), ReceiptHandle: held?.ReceiptHandle };
    await open.sqs.send(new DeleteMessageCommand(handle));
  });
  await during(START + 99_000, async (open) => {
    expect(await receive(open, 'work')).toEqual([]);
    const before = open.heard();
    const poll = receive(open, 'work', { WaitTimeSeconds: 20 });
    await vi.waitFor(() => expect(open.heard()).toBeGreaterThan(before));
    open.clock.advance(1000);
    expect((await poll).map(({ Body }) => Body)).toEqual(['later']);
  });
});

test('a listener hears of a message that came due after the restart', async () => {
  await during(START, (open) => send(open, 'work', { DelaySeconds: 100 }));
  await during(START + 50_000, async (open) => {
    const heard = vi.fn<() => void>();
    open.engine.onReceivable(arnOf('work'), heard);
    open.clock.advance(50_000);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  });
});

const line = (body: string) => ({ MessageBody: body, MessageGroupId: 'g' });

test('order, closed groups and deduplication survive', async () => {
  const first = await during(START, async (open) => {
    const sent = await send(open, 'line.fifo', line('1'));
    await receive(open, 'line.fifo');
    await send(open, 'line.fifo', line('2'));
    return sent;
  });
  await during(START + 1000, async (open) => {
    expect(await receive(open, 'line.fifo')).toEqual([]);
    expect((await send(open, 'line.fifo', line('1'))).MessageId).toBe(first.MessageId);
    open.clock.advance(29_000);
    expect((await receive(open, 'line.fifo')).map(({ Body }) => Body)).toEqual(['1', '2']);
  });
});

test('a move task goes on where it was', async () => {
  await during(START, async (open) => {
    for (let count = 0; count < 4; count += 1) await send(open, 'work');
    await receive(open, 'work', { VisibilityTimeout: 0 });
    expect(await receive(open, 'work')).toEqual([]);
    const task = { SourceArn: arnOf('dead'), MaxNumberOfMessagesPerSecond: 2 };
    await open.sqs.send(new StartMessageMoveTaskCommand(task));
  });
  await during(START + 10_000, async (open) => {
    const list = new ListMessageMoveTasksCommand({ SourceArn: arnOf('dead') });
    await vi.waitFor(async () => {
      const { Results } = await open.sqs.send(list);
      expect(Results?.[0]).toMatchObject({
        Status: 'COMPLETED',
        ApproximateNumberOfMessagesMoved: 4,
      });
    });
    expect(await receive(open, 'work')).toHaveLength(4);
  });
});

test('a queue cannot change its type', async () => {
  await during(START, (open) => send(open, 'work'));
  await during(START, async (open) => {
    open.database.sql.exec(`
      UPDATE queue_state SET definition = json_set(definition, '$.fifo', json('true'))
      WHERE name = 'work'`);
    expect(() => open.engine.define(queueNamed('work'))).toThrow('exists with another type');
  });
});

test('every acknowledged message survives a killed process', async () => {
  const script = join(import.meta.dirname, 'crash-child.ts');
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === 50) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  await during(START, async (open) => {
    const found = new Set<string | undefined>();
    for (;;) {
      const ids = idsOf(await receive(open, 'work'));
      if (ids.length === 0) break;
      for (const id of ids) {
        expect(found).not.toContain(id);
        found.add(id);
      }
    }
    expect([...found]).toEqual(expect.arrayContaining(acknowledged));
  });
});
