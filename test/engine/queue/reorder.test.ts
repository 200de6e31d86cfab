import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';

import type { QueueMishaps } from '../../../infra/local/engine/mishap.ts';
import { openQueues, queueNamed } from './open-queues.ts';

const bodies = ['1', '2', '3', '4', '5', '6'];

/** If the order is changed, the last remaining message is first. */
const reversing = (reorders: QueueMishaps['reorders']): QueueMishaps => ({
  reorders,
  random: () => 0.999,
});

const opened = (name: string, mishaps: QueueMishaps) => openQueues([queueNamed(name)], { mishaps });

type Opened = Awaited<ReturnType<typeof opened>>;

const send = async ({ sqs, url }: Opened, name: string, more: object = {}) => {
  for (const MessageBody of bodies) {
    const line = name.endsWith('.fifo')
      ? { MessageGroupId: 'g', MessageDeduplicationId: MessageBody }
      : {};
    const asked = { QueueUrl: url(name), MessageBody, ...line, ...more };
    await sqs.send(new SendMessageCommand(asked));
  }
};

const receive = async ({ sqs, url }: Opened, name: string, MaxNumberOfMessages: number) => {
  const asked = { QueueUrl: url(name), MaxNumberOfMessages };
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
  return Messages.map(({ Body }) => Body);
};

it('a standard queue hands out what is further behind, and all of it once', async () => {
  const open = await opened(
    'work',
    reversing(() => true),
  );
  await send(open, 'work', { DelaySeconds: 1 });
  open.clock.advance(1000);
  const received = [await receive(open, 'work', 2), await receive(open, 'work', 1)];
  received.push(await receive(open, 'work', 10));
  await open.close();
  expect(received).toEqual([['6', '5'], ['4'], ['3', '2', '1']]);
});

it('a message that is sent may overtake others, but not its own delay', async () => {
  let sent = 0;
  const open = await opened(
    'work',
    reversing(() => sent++ === 3),
  );
  await send(open, 'work');
  expect(await receive(open, 'work', 10)).toEqual(['4', '1', '2', '3', '5', '6']);
  sent = 3;
  await send(open, 'work', { DelaySeconds: 1 });
  expect(await receive(open, 'work', 10)).toEqual([]);
  await open.close();
});

it('a FIFO queue keeps its order', async () => {
  const open = await opened(
    'line.fifo',
    reversing(() => true),
  );
  await send(open, 'line.fifo');
  expect(await receive(open, 'line.fifo', 10)).toEqual(bodies);
  await open.close();
});
