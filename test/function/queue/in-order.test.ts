import '../../support/silent-logs.ts';
import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';

import { eachInOrder } from '../../../shared/queue/in-order.ts';
import { Permanent } from '../../../shared/queue/permanent.ts';

/** `a1` is the first message of group a. */
const recordOf = (name: string): SQSRecord =>
  ({
    messageId: name,
    body: name,
    attributes: { MessageGroupId: name.slice(0, 1) },
  }) as Partial<SQSRecord> as SQSRecord;

const run = async (names: readonly string[], faults: Readonly<Record<string, Error>> = {}) => {
  const events: string[] = [];
  const answer = await eachInOrder(async ({ body }) => {
    events.push(`${body} begins`);
    await new Promise(setImmediate);
    events.push(`${body} ends`);
    const fault = faults[body];
    if (fault) throw fault;
  })({ Records: names.map(recordOf) });
  return { events, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
};

describe('a batch of a FIFO queue', () => {
  it('goes one after the other within a group, and side by side between groups', async () => {
    const { events, failed } = await run(['a1', 'b1', 'a2']);
    expect(failed).toEqual([]);
    expect(events.filter((event) => event.startsWith('a'))).toEqual([
      'a1 begins',
      'a1 ends',
      'a2 begins',
      'a2 ends',
    ]);
    expect(events.indexOf('b1 begins')).toBeLessThan(events.indexOf('a1 ends'));
  });

  it('stops a group at its first failure and asks for all from there on, others go on', async () => {
    const { events, failed } = await run(['a1', 'a2', 'b1', 'a3', 'b2'], { a2: new Error('down') });
    expect(failed).toEqual(['a2', 'a3']);
    expect(events).not.toContain('a3 begins');
    expect(events).toContain('b2 ends');
  });

  it('goes on behind a message that no retry can help', async () => {
    const { events, failed } = await run(['a1', 'a2'], { a1: new Permanent('not ours') });
    expect(failed).toEqual([]);
    expect(events).toContain('a2 ends');
  });
});
