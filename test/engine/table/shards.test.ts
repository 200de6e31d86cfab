import { afterEach, describe, expect, test } from 'vitest';

import type { ChangeRecord, Shard } from '../../../infra/local/engine/model.ts';
import type { ShardPlan } from '../../../infra/local/engine/table/stream/shards.ts';
import { openEngine, START, WORK } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { n, s } from './values.ts';

const HOUR = 3_600_000;
const TableName = 'work';
const keys = Array.from({ length: 24 }, (_, at) => `key-${at}`);

let open: OpenEngine;
const opened = async (shards: Partial<ShardPlan>): Promise<OpenEngine> => {
  open = await openEngine(':memory:', { shards });
  return open;
};
afterEach(() => open.close());

const putAll = (version: number) =>
  Promise.all(
    keys.map((pk) =>
      open.engine.handle('PutItem', { TableName, Item: { pk: s(pk), sk: s('1'), a: n(version) } }),
    ),
  );

const shards = (): readonly Shard[] => open.engine.stream.shards('work');
const withEnd = () => shards().map(({ id }) => open.engine.stream.hasEnded(id));
const changesOf = (shard: string): Promise<readonly ChangeRecord[]> =>
  open.engine.stream.read(shard, undefined, 10_000);

/** Lines such as `key-3:2`, parent shards before their children. */
const story = async (): Promise<readonly string[]> => {
  const perShard = await Promise.all(shards().map(({ id }) => changesOf(id)));
  return perShard.flat().map(({ dynamodb }) => {
    const { pk, a } = dynamodb.NewImage as { pk: { S: string }; a: { N: string } };
    return `${pk.S}:${a.N}`;
  });
};

describe('the shards of a stream', () => {
  test('are as many as the engine is told to make, four by default', async () => {
    await opened({});
    expect(shards()).toHaveLength(4);
    await open.close();
    await opened({ count: 3 });
    expect(shards()).toHaveLength(3);
    await putAll(1);
    const used = await Promise.all(shards().map(({ id }) => changesOf(id)));
    expect(used.map(({ length }) => length > 0)).toEqual([true, true, true]);
  });

  test.each<[string, Partial<ShardPlan>]>([
    ['count', { count: 0 }],
    ['count', { count: 2.5 }],
    ['count', { count: Number.NaN }],
    ['count', { count: 1001 }],
    ['lifetimeMs', { lifetimeMs: 0 }],
    ['lifetimeMs', { lifetimeMs: Number.NaN }],
    ['splitAbove', { splitAbove: -1 }],
    ['splitAbove', { splitAbove: Number.NaN }],
  ])('have a plan that can be followed: no %s of %o', async (name, plan) => {
    await opened({});
    await expect(openEngine(':memory:', { shards: plan })).rejects.toThrow(`shards: ${name} is`);
  });

  test('are named as the service names them', async () => {
    await opened({ count: 1 });
    const name = `shardId-${String(START).padStart(20, '0')}-00000001`;
    expect(shards()).toEqual([{ id: name }]);
  });

  test('end after four hours, and a successor takes the same keys', async () => {
    await opened({ count: 2 });
    await putAll(1);
    open.clock.advance(4 * HOUR - 1);
    await putAll(2);
    expect(withEnd()).toEqual([false, false]);
    open.clock.advance(1);
    await putAll(3);
    const [left, right] = shards();
    expect(withEnd()).toEqual([true, true, false, false]);
    const parents = shards().map(({ parent }) => parent);
    expect(new Set(parents)).toEqual(new Set([undefined, left?.id, right?.id]));
    const all = await story();
    for (const key of keys) {
      const own = all.filter((change) => change.startsWith(`${key}:`));
      expect(own).toEqual([1, 2, 3].map((version) => `${key}:${version}`));
    }
    expect(open.engine.verify()).toEqual([]);
  });

  test('that held much are followed by two, with a half of the keys each', async () => {
    await opened({ count: 1, lifetimeMs: HOUR, splitAbove: 20 });
    await putAll(1);
    open.clock.advance(HOUR);
    await putAll(2);
    const [first, ...children] = shards();
    expect(children.map(({ parent }) => parent)).toEqual([first?.id, first?.id]);
    const [one = [], other = []] = await Promise.all(children.map(({ id }) => changesOf(id)));
    expect([one.length + other.length, one.length > 0, other.length > 0]).toEqual([24, true, true]);
    open.clock.advance(HOUR);
    await putAll(3);
    expect(withEnd()).toEqual([true, true, true, false, false]);
    const all = await story();
    for (const key of keys) {
      const own = all.filter((change) => change.startsWith(`${key}:`));
      expect(own).toEqual([1, 2, 3].map((version) => `${key}:${version}`));
    }
    expect(open.engine.verify()).toEqual([]);
  });

  test('are forgotten with the last of their changes, and their readers with them', async () => {
    await opened({ count: 1 });
    await putAll(1);
    const [first] = shards();
    await open.engine.stream.moveTo('reader', first?.id ?? '', '7');
    open.clock.advance(4 * HOUR);
    await putAll(2);
    open.clock.advance(24 * HOUR - 1);
    await open.engine.trim();
    expect(shards()).toHaveLength(2);
    open.clock.advance(1);
    await open.engine.trim();
    expect(withEnd()).toEqual([false]);
    expect(open.engine.stream.hasEnded(first?.id ?? '')).toBe(true);
    expect(await changesOf(first?.id ?? '')).toEqual([]);
    expect(await open.engine.stream.position('reader', first?.id ?? '')).toBeUndefined();
  });
});

test('the numbered shards of an older file are read before those that begin now', async () => {
  await opened({});
  const { sql } = open.database;
  await putAll(1);
  sql.exec(
    "DELETE FROM dynamo_shard; UPDATE dynamo_change SET shard = 'shardId-work-' || (sequence % 4)",
  );
  open.engine.define(WORK);
  const [one, two, three, four, ...others] = shards();
  expect([one, two, three, four]).toEqual([
    { id: 'shardId-work-0' },
    { id: 'shardId-work-1', parent: 'shardId-work-0' },
    { id: 'shardId-work-2', parent: 'shardId-work-1' },
    { id: 'shardId-work-3', parent: 'shardId-work-2' },
  ]);
  expect(others.map(({ parent }) => parent)).toEqual(Array(4).fill('shardId-work-3'));
  expect(await story()).toHaveLength(24);
  expect(withEnd()).toEqual([true, true, true, true, false, false, false, false]);
});
