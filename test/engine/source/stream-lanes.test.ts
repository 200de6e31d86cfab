import { describe, expect, it } from 'vitest';

import { startStreamSource } from '../../../infra/local/engine/source/stream-source.ts';
import { STREAM_ARN } from './fake-change-stream.ts';
import { fakeQueues } from './fake-queues.ts';
import { done, failed, hostsOf, mappingOf } from './source-bench.ts';
import type { StreamEvent } from './source-bench.ts';
import { streamBench as setUp } from './stream-bench.ts';

describe('a stream mapping with several lanes', () => {
  const keys = Array.from({ length: 40 }, (_, index) => `key-${index % 8}`);

  it('holds back the keys of a failing lane only, and keeps the position before them', async () => {
    const { append, clock, start, stream } = setUp();
    const sequences = append(...keys);
    let broken = true;
    const hosts = hostsOf((event) =>
      broken &&
      (event as StreamEvent).Records.some(({ dynamodb }) => dynamodb.Keys.pk.S === 'key-0')
        ? failed
        : done(),
    );
    const source = start(hosts, { parallelizationFactor: 4, batchSize: 2 });
    await source.idle();
    expect(new Set(hosts.batches().flat()).size).toBeGreaterThan(20);
    expect(await stream.position('mapping-1', 'shard-0')).toBeUndefined();
    broken = false;
    clock.advance(500);
    await source.idle();
    expect(new Set(hosts.batches().flat())).toEqual(new Set(sequences));
    expect(await stream.position('mapping-1', 'shard-0')).toBe(sequences.at(-1));
    await source.stop();
  });

  it('cannot be started without the name of the partition key', () => {
    const { clock, faults, report, stream } = setUp();
    const mapping = mappingOf(STREAM_ARN, { parallelizationFactor: 2 });
    const parts = { mapping, stream, tableName: 'loop', clock, faults, report };
    const queues = fakeQueues(clock);
    expect(() => startStreamSource({ ...parts, hosts: hostsOf(), queues })).toThrow(
      'partition key',
    );
  });
});

it('a disabled stream mapping delivers nothing and is idle', async () => {
  const { append, start } = setUp();
  append('a');
  const hosts = hostsOf();
  const source = start(hosts, { enabled: false });
  await source.idle();
  expect(hosts.events).toEqual([]);
  expect(source.status().state).toBe('disabled');
});

it('a shard that appears later is read as well', async () => {
  const { start, stream } = setUp();
  const hosts = hostsOf();
  const source = start(hosts);
  await source.idle();
  const sequence = stream.append('a', { shard: 'shard-1' });
  await source.idle();
  expect(hosts.batches()).toEqual([[sequence]]);
  await source.stop();
});
