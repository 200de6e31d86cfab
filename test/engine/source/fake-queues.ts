import { createHash } from 'node:crypto';

import type { LocalClock } from '../../../infra/local/engine/clock.ts';
import type { QueueEngine } from '../../../infra/local/engine/model.ts';
import { makeUnsupportedError } from '../../../infra/local/engine/wire.ts';
import type { WireInput } from '../../../infra/local/engine/wire.ts';

interface Message {
  readonly id: string;
  readonly queue: string;
  readonly body: string;
  readonly group: string | undefined;
  readonly attributes: object;
  receives: number;
  visibleAt: number;
}

export interface FakeQueues extends QueueEngine {
  send(queue: string, body: string, group?: string): Promise<void>;
  /** Bodies of the messages in the queue, visible or not. */
  bodies(queue: string): readonly string[];
  /** Makes the next `count` calls of that operation fail. */
  fail(operation: string, count: number): void;
}

export const queueArn = (name: string): string => `arn:aws:sqs:us-east-1:000000000000:${name}`;

const text = (input: WireInput, name: string): string => {
  const value = input[name];
  return typeof value === 'string' ? value : '';
};

const nameOf = (input: WireInput): string => text(input, 'QueueUrl').split('/').at(-1) ?? '';

const isReceivable = (message: Message, all: readonly Message[], now: number): boolean => {
  if (message.visibleAt > now) return false;
  if (message.group === undefined) return true;
  const sameGroup = all.filter(
    ({ queue, group }) => queue === message.queue && group === message.group,
  );
  return !sameGroup.some(({ visibleAt }) => visibleAt > now);
};

const received = (message: Message): object => ({
  MessageId: message.id,
  ReceiptHandle: `${message.id}#${message.receives}`,
  Body: message.body,
  MD5OfBody: createHash('md5').update(message.body).digest('hex'),
  Attributes: {
    ApproximateReceiveCount: `${message.receives}`,
    ...(message.group === undefined ? {} : { MessageGroupId: message.group }),
  },
  MessageAttributes: message.attributes,
});

/** Standard and FIFO queues in memory with visibility and group order, without redrive. */
export const fakeQueues = (clock: LocalClock, visibilityMs = 30_000): FakeQueues => {
  const listeners = new Map<string, Set<() => void>>();
  const failures = new Map<string, number>();
  let messages: Message[] = [];
  let sent = 0;
  const ring = (queue: string) => {
    for (const listener of listeners.get(queueArn(queue)) ?? []) listener();
  };
  const send = (input: WireInput) => {
    const queue = nameOf(input);
    sent += 1;
    const group = text(input, 'MessageGroupId') || undefined;
    const attributes = { ...(input['MessageAttributes'] as object | undefined) };
    const body = text(input, 'MessageBody');
    messages.push({ id: `m${sent}`, queue, body, group, attributes, receives: 0, visibleAt: 0 });
    ring(queue);
    return { MessageId: `m${sent}` };
  };
  const receive = (input: WireInput) => {
    const queue = nameOf(input);
    const here = messages.filter((message) => message.queue === queue);
    const taken = here
      .filter((message) => isReceivable(message, here, clock.now()))
      .slice(0, Number(input['MaxNumberOfMessages']));
    for (const message of taken) {
      message.receives += 1;
      message.visibleAt = clock.now() + visibilityMs;
      clock.wakeAt(message.visibleAt, () => ring(queue));
    }
    return taken.length === 0 ? {} : { Messages: taken.map(received) };
  };
  const remove = (input: WireInput) => {
    const entries = input['Entries'] as readonly { Id: string; ReceiptHandle: string }[];
    const gone = new Set(entries.map(({ ReceiptHandle }) => ReceiptHandle.split('#')[0]));
    messages = messages.filter(({ id }) => !gone.has(id));
    return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
  };
  const operations = new Map<string, (input: WireInput) => object>([
    ['SendMessage', send],
    ['ReceiveMessage', receive],
    ['DeleteMessageBatch', remove],
  ]);
  const handle = async (operation: string, input: WireInput) => {
    const left = failures.get(operation) ?? 0;
    failures.set(operation, left - 1);
    if (left > 0) throw new Error(`${operation} fails`);
    const run = operations.get(operation);
    if (!run) throw makeUnsupportedError(operation);
    return run(input);
  };
  return {
    targetPrefix: 'AmazonSQS',
    handle,
    define: () => undefined,
    depths: async () => {
      const names = [...new Set(messages.map(({ queue }) => queue))];
      return names.map((name) => {
        const here = messages.filter(({ queue }) => queue === name);
        const visible = here.filter((message) => isReceivable(message, here, clock.now())).length;
        return { name, visible, inFlight: here.length - visible, delayed: 0, oldestAgeSeconds: 0 };
      });
    },
    onReceivable: (arn, listener) => {
      listeners.set(arn, (listeners.get(arn) ?? new Set()).add(listener));
      return () => listeners.get(arn)?.delete(listener);
    },
    stop: () => listeners.clear(),
    send: async (queue, body, group) => {
      const QueueUrl = `http://local/0/${queue}`;
      await handle('SendMessage', { QueueUrl, MessageBody: body, MessageGroupId: group });
    },
    bodies: (queue) =>
      messages.filter((message) => message.queue === queue).map(({ body }) => body),
    fail: (operation, count) => failures.set(operation, count),
  };
};
