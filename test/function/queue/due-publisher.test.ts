import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import { createDuePublisher } from '../../../shared/queue/due-publisher.ts';
import { at, fakeClock } from '../../fake/clock.ts';

const start = at('2026-11-16T09:00:00+08:00');
const sqs = mockClient(SQSClient);
const clock = fakeClock(start);
const publisher = createDuePublisher({
  client: new SQSClient({ region: 'cn-north-1' }),
  queueUrl: 'http://127.0.0.1/000000000000/Escalation',
  now: clock.now,
  member: 'ticketId',
});

const call = (id: string, ms = 0) => ({ id, at: fromEpoch(toEpoch(start) + ms) });

const entriesOf = (index: number) =>
  sqs.commandCalls(SendMessageBatchCommand)[index]?.args[0].input.Entries ?? [];

const takeAllBut = (refused: readonly string[], failed = true): void => {
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { Id: string }[] }) => ({
    Successful: Entries.filter(({ Id }) => !refused.includes(Id)),
    ...(failed ? { Failed: Entries.filter(({ Id }) => refused.includes(Id)) } : {}),
  }));
};

afterAll(() => sqs.restore());

beforeEach(() => {
  sqs.reset();
  takeAllBut([]);
});

describe('the publisher to a queue', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [999, 1],
    [1000, 1],
    [60_001, 61],
    [900_000, 900],
  ])('holds a call for %i ms ahead back for %i s', async (ms, seconds) => {
    expect(await publisher.send([call('t', ms)])).toEqual([]);
    expect(entriesOf(0)).toMatchObject([
      {
        DelaySeconds: seconds,
        MessageBody: JSON.stringify({ ticketId: 't', at: call('', ms).at }),
      },
    ]);
  });

  it('refuses a moment that no queue can hold back to', async () => {
    await expect(publisher.send([call('t', 900_001)])).rejects.toThrow(RangeError);
    expect(sqs.commandCalls(SendMessageBatchCommand)).toHaveLength(0);
  });

  it('sends ten at a time, and nothing when there is nothing', async () => {
    await publisher.send(Array.from({ length: 23 }, (_, index) => call(`t${index}`)));
    expect([0, 1, 2].map((index) => entriesOf(index).length)).toEqual([10, 10, 3]);
    sqs.resetHistory();
    expect(await publisher.send([])).toEqual([]);
    expect(sqs.commandCalls(SendMessageBatchCommand)).toHaveLength(0);
  });

  it.each([true, false])('says which were not taken, named as failed or not: %s', async (named) => {
    takeAllBut(['1', '3'], named);
    const calls = ['a', 'b', 'c', 'd', 'e'].map((id) => call(id));
    expect(await publisher.send(calls)).toEqual(['b', 'd']);
  });

  it('throws when the queue cannot be asked', async () => {
    sqs.on(SendMessageBatchCommand).rejects(new Error('no route'));
    await expect(publisher.send([call('t')])).rejects.toThrow('no route');
  });
});
