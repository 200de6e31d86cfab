import { describe, expect, it } from 'vitest';

import { queueArn } from './fake-queues.ts';
import { queueBench } from './queue-bench.ts';
import { contentsOf, done, failed, hostsOf, itemFailures } from './source-bench.ts';
import type { QueueEvent } from './source-bench.ts';

const VISIBILITY_MS = 30_000;

const setUp = (queue = 'work') => queueBench(queue, VISIBILITY_MS);

const idsOf = (event: unknown, ...bodies: readonly string[]): readonly string[] =>
  (event as QueueEvent).Records.filter(({ body }) => bodies.includes(body)).map(
    ({ messageId }) => messageId,
  );

describe('delivery from a queue', () => {
  it('hands over records as Lambda does and deletes them on success', async () => {
    const { left, queues, start } = setUp();
    await queues.handle('SendMessage', {
      QueueUrl: 'http://local/0/work',
      MessageBody: 'hello',
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: 'due' },
        seal: { DataType: 'Binary', BinaryValue: 'AQI=' },
      },
    });
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    expect(hosts.events).toEqual([
      {
        Records: [
          {
            messageId: 'm1',
            receiptHandle: 'm1#1',
            body: 'hello',
            attributes: { ApproximateReceiveCount: '1' },
            messageAttributes: {
              kind: {
                stringValue: 'due',
                stringListValues: [],
                binaryListValues: [],
                dataType: 'String',
              },
              seal: {
                binaryValue: 'AQI=',
                stringListValues: [],
                binaryListValues: [],
                dataType: 'Binary',
              },
            },
            md5OfBody: '5d41402abc4b2a76b9719d911017c592',
            eventSource: 'aws:sqs',
            eventSourceARN: queueArn('work'),
            awsRegion: 'us-east-1',
          },
        ],
      },
    ]);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('is told of new messages and needs no polling', async () => {
    const { left, send, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, { batchSize: 2 });
    await source.idle();
    await send('a', 'b', 'c');
    await source.idle();
    expect(hosts.batches().flat().toSorted()).toEqual(['a', 'b', 'c']);
    expect(Math.max(...hosts.batches().map((batch) => batch.length))).toBeLessThanOrEqual(2);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('leaves everything to its visibility timeout when the function fails', async () => {
    const { clock, left, send, start } = setUp();
    await send('a', 'b');
    let broken = true;
    const hosts = hostsOf(() => (broken ? failed : done()));
    const source = start(hosts);
    await source.idle();
    expect(left()).toEqual(['a', 'b']);
    broken = false;
    clock.advance(VISIBILITY_MS - 1);
    await source.idle();
    expect(hosts.events).toHaveLength(1);
    clock.advance(1);
    await source.idle();
    expect(hosts.batches()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('deletes what the function did not report as failed', async () => {
    const { clock, left, send, start } = setUp();
    await send('a', 'bad', 'c');
    const hosts = hostsOf((event) => itemFailures(...idsOf(event, 'bad')));
    const source = start(hosts);
    await source.idle();
    expect(left()).toEqual(['bad']);
    clock.advance(VISIBILITY_MS);
    await source.idle();
    expect(hosts.batches()).toEqual([['a', 'bad', 'c'], ['bad']]);
    await source.stop();
  });

  it.each([
    [true, ['a']],
    [false, []],
  ])(
    'with item failures reported: %s, an unknown identifier leaves %j',
    async (reports, expected) => {
      const { left, send, start } = setUp();
      await send('a');
      const source = start(
        hostsOf(() => itemFailures('nobody')),
        { reportsItemFailures: reports },
      );
      await source.idle();
      expect(left()).toEqual(expected);
      await source.stop();
    },
  );

  it('deletes and skips what does not pass the filters', async () => {
    const { left, send, start } = setUp();
    await send(
      '{"kind":"due"}',
      '{"kind":"other"}',
      'plain',
      ...Array(12).fill('{}'),
      '{"kind":"due"}',
    );
    const hosts = hostsOf();
    const source = start(hosts, { filters: ['{"body":{"kind":["due"]}}'] });
    await source.idle();
    expect(hosts.batches().flat()).toEqual(['{"kind":"due"}', '{"kind":"due"}']);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('goes on receiving when all that it got was filtered out', async () => {
    const { left, queues, start } = setUp();
    for (let index = 0; index < 45; index += 1) await queues.send('work', '{}');
    await queues.send('work', '{"kind":"due"}');
    const hosts = hostsOf();
    const source = start(hosts, { filters: ['{"body":{"kind":["due"]}}'] });
    await source.idle();
    expect(hosts.batches()).toEqual([['{"kind":"due"}']]);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('compares a plain body with a plain pattern only', async () => {
    const { send, start } = setUp();
    await send('due', '"due"', '{"due":1}');
    const hosts = hostsOf();
    const source = start(hosts, { filters: ['{"body":[{"prefix":"due"}]}'] });
    await source.idle();
    expect(hosts.batches()).toEqual([['due']]);
    await source.stop();
  });
});

describe('the batching window of a queue', () => {
  it('collects more than one receive brings, until it is over', async () => {
    const { clock, send, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, { batchSize: 100, windowSeconds: 5 });
    const bodies = Array.from({ length: 25 }, (_, index) => `${index}`);
    await send(...bodies);
    await source.idle();
    clock.advance(4_999);
    await send('late');
    await source.idle();
    expect(hosts.events).toEqual([]);
    clock.advance(1);
    await source.idle();
    expect(hosts.batches()).toEqual([[...bodies, 'late']]);
    await source.stop();
  });

  it('ends when the batch is full', async () => {
    const { send, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, { batchSize: 12, windowSeconds: 300 });
    await send(...Array.from({ length: 13 }, (_, index) => `${index}`));
    await source.idle();
    expect(hosts.batches().map((batch) => batch.length)).toEqual([12]);
    await source.stop();
    expect(hosts.batches().map((batch) => batch.length)).toEqual([12, 1]);
  });

  it.each([
    ['work', { batchSize: 11 }, 'needs a batching window'],
    ['work.fifo', { batchSize: 11, windowSeconds: 1 }, 'FIFO'],
    ['work.fifo', { windowSeconds: 1 }, 'FIFO'],
    ['work', { batchSize: 0 }, 'BatchSize'],
  ])('refuses what the service refuses: %s %j', (queue, more, message) => {
    expect(() => setUp(queue).start(hostsOf(), more)).toThrow(message);
  });
});

describe('concurrency of a queue mapping', () => {
  it.each([
    [undefined, 5],
    [2, 2],
  ])('with a maximum of %s runs %i batches at once', async (maximumConcurrency, expected) => {
    const { left, send, start } = setUp();
    await send(...Array.from({ length: 9 }, (_, index) => `${index}`));
    let [running, most] = [0, 0];
    const hosts = hostsOf(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return done();
    });
    const limit = maximumConcurrency === undefined ? {} : { maximumConcurrency };
    const source = start(hosts, { batchSize: 1, ...limit });
    await source.idle();
    expect(most).toBe(expected);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('never has two batches of one FIFO group in flight, and blocks only that group', async () => {
    const { clock, left, queues, start } = setUp('case.fifo');
    for (const body of ['a1', 'a2', 'b1', 'a3', 'b2'])
      await queues.send('case.fifo', body, body[0]);
    let broken = true;
    const hosts = hostsOf((event) =>
      broken && contentsOf(event).includes('a1') ? failed : done(),
    );
    const source = start(hosts, { batchSize: 1 });
    await source.idle();
    expect(hosts.batches().flat().toSorted()).toEqual(['a1', 'b1', 'b2']);
    expect(left()).toEqual(['a1', 'a2', 'a3']);
    broken = false;
    clock.advance(VISIBILITY_MS);
    await source.idle();
    const groupA = hosts
      .batches()
      .flat()
      .filter((body) => body.startsWith('a'));
    expect(groupA).toEqual(['a1', 'a1', 'a2', 'a3']);
    await source.stop();
  });
});
