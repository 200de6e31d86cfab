import { describe, expect, it } from 'vitest';

import type { Invocation, MappingDefinition } from '../../../infra/local/engine/model.ts';
import { startStreamSource } from '../../../infra/local/engine/source/stream-source.ts';
import { backOffMs } from '../../../infra/local/engine/source/stream/verdict.ts';
import { STREAM_ARN, fakeChangeStream } from './fake-change-stream.ts';
import { fakeQueues, queueArn } from './fake-queues.ts';
import { START, bench, contentsOf, done, failed, hostsOf } from './source-bench.ts';
import { FUNCTION_ARN, itemFailures, mappingOf } from './source-bench.ts';

const setUp = (count: number) => {
  const around = bench();
  const stream = fakeChangeStream();
  const queues = fakeQueues(around.clock);
  const sequences = Array.from({ length: count }, () => stream.append('a'));
  const start = (
    answer: (batch: readonly string[]) => Invocation,
    more: Partial<MappingDefinition>,
  ) => {
    const hosts = hostsOf((event) => answer(contentsOf(event)));
    const mapping = mappingOf(STREAM_ARN, more);
    const source = startStreamSource({
      ...around,
      mapping,
      stream,
      tableName: 'loop',
      hosts,
      queues,
    });
    return { hosts, source };
  };
  return { ...around, stream, queues, sequences, start };
};

/** As positions in the list of sequence numbers, which is easier to read. */
const places = (batches: readonly (readonly string[])[], sequences: readonly string[]) =>
  batches.map((batch) => batch.map((sequence) => sequences.indexOf(sequence)));

describe('a batch that fails', () => {
  it('is retried whole, with growing waits, and nothing passes it', async () => {
    const { clock, sequences, start } = setUp(4);
    let failures = 3;
    const { hosts, source } = start(() => ((failures -= 1) >= 0 ? failed : done()), {
      batchSize: 2,
    });
    const seen: number[] = [];
    for (const wait of [0, 499, 1, 999, 1, 2_000]) {
      clock.advance(wait);
      await source.idle();
      seen.push(hosts.events.length);
    }
    expect(seen).toEqual([1, 1, 2, 2, 3, 5]);
    expect(places(hosts.batches(), sequences)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
      [2, 3],
    ]);
    await source.stop();
  });

  it('waits at most a minute between retries', () => {
    expect([0, 1, 2, 7, 50].map(backOffMs)).toEqual([500, 1_000, 2_000, 60_000, 60_000]);
  });

  it('is bisected down to the poison record, which alone is given up', async () => {
    const { clock, queues, sequences, start } = setUp(5);
    const poison = sequences[2] ?? '';
    const { hosts, source } = start((batch) => (batch.includes(poison) ? failed : done()), {
      bisectOnError: true,
      maximumRetryAttempts: 1,
      onFailureArn: queueArn('lost'),
    });
    await source.idle();
    clock.advance(500);
    await source.idle();
    expect(places(hosts.batches(), sequences)).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2],
      [0, 1],
      [2],
      [2],
      [3, 4],
    ]);
    const [document] = queues.bodies('lost').map((body): unknown => JSON.parse(body));
    expect(document).toMatchObject({
      requestContext: { approximateInvokeCount: 4 },
      DDBStreamBatchInfo: { startSequenceNumber: poison, endSequenceNumber: poison, batchSize: 1 },
    });
    await source.stop();
  });

  it('goes as a whole to the destination when its retries are used up', async () => {
    const { clock, queues, reported, sequences, start, stream } = setUp(3);
    const poison = sequences[0] ?? '';
    const { hosts, source } = start((batch) => (batch.includes(poison) ? failed : done()), {
      batchSize: 2,
      maximumRetryAttempts: 2,
      onFailureArn: queueArn('lost'),
    });
    await source.idle();
    clock.advance(500);
    await source.idle();
    clock.advance(1_000);
    await source.idle();
    expect(places(hosts.batches(), sequences)).toEqual([[0, 1], [0, 1], [0, 1], [2]]);
    expect(queues.bodies('lost').map((body): unknown => JSON.parse(body))).toEqual([
      {
        requestContext: {
          requestId: expect.stringMatching(/^[\da-f-]{36}$/),
          functionArn: FUNCTION_ARN,
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 3,
        },
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          functionError: 'Unhandled',
        },
        version: '1.0',
        timestamp: new Date(START + 1_500).toISOString(),
        DDBStreamBatchInfo: {
          shardId: 'shard-0',
          startSequenceNumber: sequences[0],
          endSequenceNumber: sequences[1],
          approximateArrivalOfFirstRecord: '2026-01-01T00:00:00Z',
          approximateArrivalOfLastRecord: '2026-01-01T00:00:00Z',
          batchSize: 2,
          streamArn: STREAM_ARN,
        },
      },
    ]);
    expect(String(reported[0])).toContain('gave up 2 changes of shard-0: boom');
    expect(await stream.position('mapping-1', 'shard-0')).toBe(sequences[2]);
    expect(source.status()).toMatchObject({ discarded: 2, faults: 3 });
    await source.stop();
  });

  it('is given up loudly even without a destination', async () => {
    const { reported, sequences, start, stream } = setUp(1);
    const { source } = start(() => failed, { maximumRetryAttempts: 0 });
    await source.idle();
    expect(reported).toHaveLength(1);
    expect(await stream.position('mapping-1', 'shard-0')).toBe(sequences[0]);
    await source.stop();
  });

  it('is not given up before the destination has taken the document', async () => {
    const { clock, queues, reported, start, stream } = setUp(1);
    queues.fail('SendMessage', 1);
    const { source } = start(() => failed, {
      maximumRetryAttempts: 0,
      onFailureArn: queueArn('lost'),
    });
    await source.idle();
    expect(reported).toEqual([new Error('SendMessage fails')]);
    expect(await stream.position('mapping-1', 'shard-0')).toBeUndefined();
    clock.advance(1_000);
    await source.idle();
    expect(queues.bodies('lost')).toHaveLength(1);
    await source.stop();
  });

  it('cannot have a destination that is no queue', () => {
    const { start } = setUp(0);
    const onFailureArn = 'arn:aws:sns:us-east-1:000000000000:topic';
    expect(() => start(() => done(), { onFailureArn })).toThrow('not a queue');
  });
});

/** Reports that record as failed whenever it is in the batch. */
const poisonFirst = (poison: string | undefined) => (batch: readonly string[]) =>
  poison !== undefined && batch.includes(poison) ? itemFailures(poison) : done();

describe('a function that names its first failed record', () => {
  it('gets the batch again from there, at once and with fresh retries', async () => {
    const { queues, sequences, start } = setUp(5);
    const failOnce = new Set([sequences[1], sequences[3]]);
    const { hosts, source } = start(
      (batch) => {
        const bad = batch.find((sequence, place) => place > 0 && failOnce.delete(sequence));
        return bad === undefined ? done() : itemFailures(bad);
      },
      { maximumRetryAttempts: 0, onFailureArn: queueArn('lost') },
    );
    await source.idle();
    expect(places(hosts.batches(), sequences)).toEqual([
      [0, 1, 2, 3, 4],
      [1, 2, 3, 4],
      [3, 4],
    ]);
    expect(queues.bodies('lost')).toEqual([]);
    await source.stop();
  });

  it('has all its retries for each record that it gets to', async () => {
    const { clock, queues, sequences, start } = setUp(3);
    const left = new Map(sequences.map((sequence) => [sequence, 1]));
    const { source } = start(
      (batch) => {
        const bad = batch.find((sequence) => (left.get(sequence) ?? 0) > 0);
        if (bad === undefined) return done();
        if (batch[0] === bad) left.set(bad, 0);
        return itemFailures(bad);
      },
      { maximumRetryAttempts: 1, onFailureArn: queueArn('lost') },
    );
    for (let turn = 0; turn < 3; turn += 1) {
      await source.idle();
      clock.advance(60_000);
    }
    await source.idle();
    expect(queues.bodies('lost')).toEqual([]);
    expect([...left.values()]).toEqual([0, 0, 0]);
    await source.stop();
  });

  it('is retried from the lowest of several, and what lies before is acknowledged', async () => {
    const { sequences, start, stream } = setUp(4);
    const { hosts, source } = start(
      (batch) => (batch.length === 4 ? itemFailures(sequences[3], sequences[2]) : failed),
      {},
    );
    await source.idle();
    expect(places(hosts.batches(), sequences)).toEqual([
      [0, 1, 2, 3],
      [2, 3],
    ]);
    expect(await stream.position('mapping-1', 'shard-0')).toBe(sequences[1]);
    await source.stop();
  });

  it('loses what follows a poison record in its batch, unless it bisects', async () => {
    for (const bisectOnError of [false, true]) {
      const { queues, sequences, start } = setUp(4);
      const { source } = start(poisonFirst(sequences[1]), {
        bisectOnError,
        maximumRetryAttempts: 0,
        onFailureArn: queueArn('lost'),
      });
      await source.idle();
      const [document] = queues.bodies('lost').map((body): unknown => JSON.parse(body));
      expect(document).toMatchObject({
        responseContext: { functionError: null },
        DDBStreamBatchInfo: {
          startSequenceNumber: sequences[1],
          endSequenceNumber: sequences[bisectOnError ? 1 : 3],
        },
      });
      await source.stop();
    }
  });

  it('fails the whole batch by an identifier that nobody knows', async () => {
    const { sequences, start, stream } = setUp(2);
    const { source } = start(() => itemFailures(''), {});
    await source.idle();
    expect(await stream.position('mapping-1', 'shard-0')).toBeUndefined();
    await source.stop();
    const ignoring = start(() => itemFailures(''), { reportsItemFailures: false });
    await ignoring.source.idle();
    expect(await stream.position('mapping-1', 'shard-0')).toBe(sequences[1]);
    await ignoring.source.stop();
  });
});
