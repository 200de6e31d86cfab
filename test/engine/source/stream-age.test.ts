import { describe, expect, it } from 'vitest';

import type { Invocation, MappingDefinition } from '../../../infra/local/engine/model.ts';
import { startStreamSource } from '../../../infra/local/engine/source/stream-source.ts';
import { STREAM_ARN, fakeChangeStream } from './fake-change-stream.ts';
import { fakeQueues, queueArn } from './fake-queues.ts';
import { START, bench, contentsOf, done, failed, hostsOf, mappingOf } from './source-bench.ts';

const HOUR = 3_600_000;

const setUp = () => {
  const around = bench();
  const stream = fakeChangeStream();
  const queues = fakeQueues(around.clock);
  const { clock } = around;
  const append = (key: string) => stream.append(key, { at: clock.now() / 1000 });
  const start = (
    answer: (batch: readonly string[], event: object) => Invocation,
    more: Partial<MappingDefinition> = {},
  ) => {
    const hosts = hostsOf((event) => answer(contentsOf(event), event as object));
    const mapping = mappingOf(STREAM_ARN, { onFailureArn: queueArn('lost'), ...more });
    const parts = { ...around, mapping, stream, tableName: 'loop', hosts, queues };
    return { hosts, source: startStreamSource({ ...parts, partitionKey: 'pk' }) };
  };
  /** Lets time pass in steps, and waits for the work in between. */
  const pass = async (source: { idle(): Promise<void> }, ms: number, steps = 10) => {
    for (let step = 0; step < steps; step += 1) {
      await source.idle();
      clock.advance(ms / steps);
    }
    await source.idle();
  };
  const documents = () => queues.bodies('lost').map((body): unknown => JSON.parse(body));
  return { ...around, stream, append, start, pass, documents };
};

describe('a change that fails until it is a day old', () => {
  it('is given up loudly, with what grew as old behind it, and the rest goes on', async () => {
    const { append, documents, pass, reported, start, stream } = setUp();
    const poison = append('a');
    const { hosts, source } = start((batch) => (batch.includes(poison) ? failed : done()), {
      batchSize: 1,
    });
    const behind = append('b');
    await pass(source, 12 * HOUR);
    const young = append('c');
    await pass(source, 12 * HOUR - 1000);
    expect(documents()).toEqual([]);
    expect(new Set(hosts.batches().flat())).toEqual(new Set([poison]));
    await pass(source, 61_000);
    expect(documents()).toMatchObject(
      [poison, behind].map((sequence) => ({
        requestContext: { condition: 'RecordAgeExceeded' },
        DDBStreamBatchInfo: { startSequenceNumber: sequence, batchSize: 1 },
      })),
    );
    expect(hosts.batches().at(-1)).toEqual([young]);
    expect(hosts.batches().flat()).not.toContain(behind);
    expect(reported.map(String)).toEqual([
      'Error: mapping-1 gave up 1 changes of shard-0: too old to be tried again, boom',
      'Error: mapping-1 gave up 1 changes of shard-0: too old to be tried again, behind one that failed',
    ]);
    expect(source.status()).toMatchObject({ discarded: 2 });
    expect(await stream.position('mapping-1', 'shard-0')).toBe(young);
    await source.stop();
  });

  it('leaves the younger ones of its batch, which begin afresh', async () => {
    const { append, clock, documents, pass, start } = setUp();
    const poison = append('a');
    clock.advance(HOUR);
    const young = append('b');
    const { hosts, source } = start((batch) => (batch.includes(poison) ? failed : done()));
    await pass(source, 23 * HOUR + 61_000);
    expect(hosts.batches().at(-1)).toEqual([young]);
    expect(documents()).toMatchObject([
      { DDBStreamBatchInfo: { startSequenceNumber: poison, endSequenceNumber: poison } },
    ]);
    await source.stop();
  });

  it('is given up earlier where the mapping wants it younger', async () => {
    const { append, documents, pass, start } = setUp();
    append('a');
    const { source } = start(() => failed, { maximumRecordAgeSeconds: 120 });
    await pass(source, 119_000, 30);
    expect(documents()).toEqual([]);
    await pass(source, 62_000, 4);
    expect(documents()).toMatchObject([{ requestContext: { condition: 'RecordAgeExceeded' } }]);
    await source.stop();
  });
});

describe('a clock that leaps', () => {
  it('takes nothing that has not been tried', async () => {
    const { append, clock, documents, start } = setUp();
    const sequences = [append('a'), append('b')];
    clock.advance(72 * HOUR);
    const { hosts, source } = start(() => done(), { batchSize: 1 });
    await source.idle();
    expect(hosts.batches().flat()).toEqual(sequences);
    expect(documents()).toEqual([]);
    await source.stop();
  });

  it('does not make a day of failures of a few', async () => {
    const { append, clock, documents, start } = setUp();
    append('a');
    let failures = 4;
    const { source } = start(() => ((failures -= 1) >= 0 ? failed : done()));
    for (let leap = 0; leap < 5; leap += 1) {
      await source.idle();
      clock.advance(24 * HOUR);
    }
    await source.idle();
    expect(documents()).toEqual([]);
    await source.stop();
  });
});

const isFinal = (event: object) =>
  'isFinalInvokeForWindow' in event && event.isFinalInvokeForWindow === true;

it('a window that cannot be ended for a day is given up with its state', async () => {
  const { append, clock, pass, reported, start } = setUp();
  let broken = true;
  const { hosts, source } = start(
    (_, event) => (broken && isFinal(event) ? failed : done({ state: {} })),
    { tumblingSeconds: 60 },
  );
  append('a');
  await pass(source, 23 * HOUR);
  const next = append('b');
  await pass(source, HOUR);
  expect(reported).toEqual([]);
  expect(clock.now()).toBe(START + 24 * HOUR);
  await pass(source, 130_000);
  expect(reported.map(String)).toEqual(['Error: mapping-1 gave up a window of shard-0: boom']);
  expect(hosts.batches().flat()).toContain(next);
  broken = false;
  await source.stop();
});
