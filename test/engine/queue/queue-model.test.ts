import { assert, asyncProperty } from 'fast-check';
import { expect, test } from 'vitest';

import { arnOf, queueNamed } from './open-queues.ts';
import { history, play } from './queue-history.ts';
import type { Held } from './queue-history.ts';

const MAX_RECEIVES = 3;
const retentionSeconds = 1_209_600;

const visible = (live: readonly Held[], now: number) =>
  live.filter((held) => held.visibleAt <= now && held.receives < MAX_RECEIVES);

/** The messages of groups without an invisible message, in the order in which they were sent. */
const inLine = (live: readonly Held[], now: number) => {
  const closed = new Set(live.filter((held) => held.visibleAt > now).map(({ group }) => group));
  return live.filter(({ group }) => !closed.has(group));
};

test('standard: nothing is lost, doubled, received while hidden, or received too often', async () => {
  const redrive = { deadLetterArn: arnOf('dead'), maxReceiveCount: MAX_RECEIVES };
  const queues = [
    queueNamed('work', { retentionSeconds, redrive }),
    queueNamed('dead', { retentionSeconds }),
  ];
  const property = asyncProperty(history, async (steps) => {
    expect(await play(queues, visible, steps)).toEqual([]);
  });
  await assert(property, { numRuns: 150 });
});

test('FIFO: every receive is exactly the open groups in the order they were sent', async () => {
  const queues = [queueNamed('line.fifo', { contentBasedDeduplication: true, retentionSeconds })];
  const property = asyncProperty(history, async (steps) => {
    expect(await play(queues, inLine, steps)).toEqual([]);
  });
  await assert(property, { numRuns: 150 });
});
