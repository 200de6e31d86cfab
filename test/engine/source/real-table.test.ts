import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { openDatabase } from '../../../infra/local/engine/database.ts';
import type { MappingDefinition, QueueDefinition } from '../../../infra/local/engine/model.ts';
import { createQueueEngine } from '../../../infra/local/engine/queue/queue-engine.ts';
import { allIdle } from '../../../infra/local/engine/source/all-idle.ts';
import { startQueueSource } from '../../../infra/local/engine/source/queue-source.ts';
import { queueUrlOf } from '../../../infra/local/engine/source/queue/queue-url.ts';
import { startStreamSource } from '../../../infra/local/engine/source/stream-source.ts';
import type { ShardPlan } from '../../../infra/local/engine/table/stream/shards.ts';
import { createTableEngine } from '../../../infra/local/engine/table/table-engine.ts';
import { STREAM_ARN } from './fake-change-stream.ts';
import { queueArn } from './fake-queues.ts';
import { bench, done, failed, hostsOf, mappingOf } from './source-bench.ts';
import type { RecordingHosts } from './source-bench.ts';

interface Change {
  readonly eventName: string;
  readonly dynamodb: {
    readonly Keys: { readonly pk: { readonly S: string } };
    readonly NewImage?: { readonly n: { readonly N: string } };
  };
}

/** `case-1:7` for version 7 of case-1, in the order of delivery. */
const versionsOf = (event: unknown): readonly string[] =>
  (event as { Records: readonly Change[] }).Records.map(
    ({ dynamodb }) => `${dynamodb.Keys.pk.S}:${dynamodb.NewImage?.n.N ?? 'gone'}`,
  );

const LOST: QueueDefinition = {
  name: 'lost',
  arn: queueArn('lost'),
  fifo: false,
  contentBasedDeduplication: false,
  delaySeconds: 0,
  visibilityTimeoutSeconds: 30,
  retentionSeconds: 1_209_600,
  receiveWaitSeconds: 0,
  maximumMessageSize: 262_144,
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const temporaryFile = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sources-'));
  closing.push(() => rm(folder, { recursive: true }));
  return join(folder, 'engine.sqlite');
};

const setUp = (path: string, shards: Partial<ShardPlan> = {}) => {
  const around = bench();
  const { clock } = around;
  const database = openDatabase(path);
  const tables = createTableEngine({ database, clock, shards });
  tables.define({
    name: 'loop',
    arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/loop',
    streamArn: STREAM_ARN,
    keys: { partition: { name: 'pk', type: 'S' }, sort: { name: 'sk', type: 'S' } },
    indexes: [],
  });
  const queues = createQueueEngine({ database, clock, baseUrl: 'http://127.0.0.1' });
  queues.define(LOST);
  const put = (key: string, version: number) => {
    const Item = { pk: { S: key }, sk: { S: 'CASE' }, n: { N: `${version}` } };
    return tables.handle('PutItem', { TableName: 'loop', Item });
  };
  const start = (hosts: RecordingHosts, more: Partial<MappingDefinition> = {}) =>
    startStreamSource({
      ...around,
      mapping: mappingOf(STREAM_ARN, more),
      stream: tables.stream,
      tableName: 'loop',
      partitionKey: 'pk',
      hosts,
      queues,
    });
  const close = async () => {
    queues.stop();
    await database.close();
  };
  return { ...around, tables, queues, put, start, close };
};

const keys = ['case-1', 'case-2', 'case-3', 'case-4', 'case-5', 'case-6'];

/** Shards close within a round, and those with any change are split. */
const brief = { lifetimeMs: 10_000, splitAbove: 1 };

describe('a stream mapping on the embedded table engine', () => {
  it('delivers insert, change and removal of an item in order', async () => {
    const { close, put, start, tables } = setUp(':memory:');
    closing.push(close);
    const hosts = hostsOf();
    const source = start(hosts);
    await put('case-1', 1);
    await put('case-1', 2);
    const Key = { pk: { S: 'case-1' }, sk: { S: 'CASE' } };
    await tables.handle('DeleteItem', { TableName: 'loop', Key });
    await source.idle();
    expect(hosts.events.flatMap(versionsOf)).toEqual(['case-1:1', 'case-1:2', 'case-1:gone']);
    const names = hosts.events.flatMap((event) => (event as { Records: Change[] }).Records);
    expect(names.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    await source.stop();
  });

  it.each([1, 3])(
    'keeps the order per key with failures, repeats, restarts and shards that end, in %i lanes',
    async (parallelizationFactor) => {
      const path = await temporaryFile();
      const seen: string[] = [];
      const hosts = () => {
        let calls = 0;
        return hostsOf((event) => {
          calls += 1;
          if (calls % 5 === 0) return failed;
          seen.push(...versionsOf(event));
          return done();
        });
      };
      for (const round of [0, 1, 2]) {
        const { clock, close, faults, put, start } = setUp(path, brief);
        clock.advance(round * 100_000);
        faults.duplicate = 2;
        const source = start(hosts(), { batchSize: 4, parallelizationFactor, bisectOnError: true });
        await Promise.all(keys.map((key) => put(key, round * 2 + 1)));
        clock.advance(10_000);
        await Promise.all(keys.map((key) => put(key, round * 2 + 2)));
        await source.idle();
        clock.advance(60_000);
        await source.idle();
        await source.stop();
        await close();
      }
      const { close, start, tables } = setUp(path, brief);
      const last = hostsOf();
      const source = start(last, { parallelizationFactor });
      await source.idle();
      await source.stop();
      expect(tables.stream.shards('loop').length).toBeGreaterThan(12);
      expect(tables.verify()).toEqual([]);
      await close();
      seen.push(...last.events.flatMap(versionsOf));
      for (const key of keys) {
        const versions = seen.filter((version) => version.startsWith(key));
        expect([...new Set(versions)]).toEqual([1, 2, 3, 4, 5, 6].map((n) => `${key}:${n}`));
      }
    },
  );

  it('goes on after a restart exactly where it had acknowledged', async () => {
    const path = await temporaryFile();
    const before = setUp(path);
    const first = hostsOf();
    const source = before.start(first);
    await before.put('case-1', 1);
    await source.idle();
    await source.stop();
    await before.put('case-1', 2);
    await before.close();
    const after = setUp(path);
    closing.push(after.close);
    const second = hostsOf();
    const again = after.start(second);
    await again.idle();
    expect(first.events.flatMap(versionsOf)).toEqual(['case-1:1']);
    expect(second.events.flatMap(versionsOf)).toEqual(['case-1:2']);
    await again.stop();
  });

  it('invokes nothing after its end, though a shard ends with it', async () => {
    const { clock, close, put, start } = setUp(':memory:', { count: 1 });
    closing.push(close);
    const hosts = hostsOf();
    const source = start(hosts);
    await put('case-1', 1);
    await source.idle();
    clock.advance(4 * 60 * 60 * 1000);
    await put('case-1', 2);
    await source.stop();
    const before = hosts.events.length;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
    expect(hosts.events.length).toBe(before);
    expect(source.status()).toMatchObject({ inFlight: 0, state: 'stopped' });
  });

  it('starts at the end once, also where nothing was yet', async () => {
    const path = await temporaryFile();
    const before = setUp(path);
    const mapping = { startingPosition: 'LATEST' } as const;
    const source = before.start(
      hostsOf(() => failed),
      mapping,
    );
    await source.idle();
    await before.put('case-1', 1);
    await source.idle();
    await source.stop();
    await before.close();
    const after = setUp(path);
    closing.push(after.close);
    const hosts = hostsOf();
    const again = after.start(hosts, mapping);
    await again.idle();
    expect(hosts.events.flatMap(versionsOf)).toEqual(['case-1:1']);
    await again.stop();
  });

  it('sends a given-up change to the queue, from which another mapping takes it', async () => {
    const { clock, close, faults, put, queues, report, start } = setUp(':memory:');
    closing.push(close);
    const source = start(
      hostsOf(() => failed),
      { maximumRetryAttempts: 1, onFailureArn: LOST.arn },
    );
    const watcher = hostsOf();
    const mapping = mappingOf(LOST.arn, { id: 'watch' });
    const watching = startQueueSource({ clock, faults, report, mapping, queues, hosts: watcher });
    await put('case-1', 1);
    await allIdle([source, watching]);
    clock.advance(500);
    await allIdle([source, watching]);
    const [body] = watcher.batches().flat();
    expect(JSON.parse(body ?? '{}')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: STREAM_ARN },
    });
    await Promise.all([source.stop(), watching.stop()]);
  });

  it('takes up the changes that its own function writes', async () => {
    const { close, put, queues, start } = setUp(':memory:');
    closing.push(close);
    const hosts = hostsOf(async (event) => {
      for (const version of versionsOf(event)) {
        const [key = '', n = ''] = version.split(':');
        if (Number(n) < 3) await put(key, Number(n) + 1);
        else
          await queues.handle('SendMessage', {
            QueueUrl: queueUrlOf(LOST.arn),
            MessageBody: version,
          });
      }
      return done();
    });
    const source = start(hosts);
    await put('case-1', 1);
    await allIdle([source]);
    expect(hosts.events.flatMap(versionsOf)).toEqual(['case-1:1', 'case-1:2', 'case-1:3']);
    const [depth] = await queues.depths();
    expect(depth?.visible).toBe(1);
    await source.stop();
  });
});
