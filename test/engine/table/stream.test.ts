import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ChangeRecord } from '../../../infra/local/engine/model.ts';
import { openEngine, WORK } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { outcomeOf } from './outcome.ts';
import { n, s } from './values.ts';

let open: OpenEngine;

beforeEach(async () => {
  open = await openEngine();
});

afterEach(() => open.close());

const TableName = 'work';
const key = (pk: string) => ({ pk: s(pk), sk: s('1') });

const sequence = (record: ChangeRecord) => record.dynamodb.SequenceNumber;

const changes = async (): Promise<readonly ChangeRecord[]> => {
  const { stream } = open.engine;
  const perShard = await Promise.all(
    stream.shards('work').map(({ id }) => stream.read(id, undefined, 1000)),
  );
  return perShard.flat().toSorted((one, other) => (sequence(one) < sequence(other) ? -1 : 1));
};

/** The only shard with changes. */
const shardOfAll = async (): Promise<string> => {
  const { stream } = open.engine;
  const used: string[] = [];
  for (const { id: shard } of stream.shards('work')) {
    if ((await stream.read(shard, undefined, 1)).length > 0) used.push(shard);
  }
  return used.join();
};

const names = async () => (await changes()).map(({ eventName }) => eventName);

const both = (condition: string) =>
  open.db.transactWriteItems({
    TransactItems: [
      { Put: { TableName, Item: key('p') } },
      { Put: { TableName, Item: key('q'), ConditionExpression: condition } },
    ],
  });

describe('the change stream', () => {
  test('tells insert, modify and remove with both images', async () => {
    await open.db.putItem({ TableName, Item: { ...key('p'), a: n(1) } });
    await open.db.updateItem({
      TableName,
      Key: key('p'),
      UpdateExpression: 'SET a = :v',
      ExpressionAttributeValues: { ':v': n(2) },
    });
    await open.db.deleteItem({ TableName, Key: key('p') });
    const [old, now] = [
      { ...key('p'), a: n(1) },
      { ...key('p'), a: n(2) },
    ];
    const base = {
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'cn-north-1',
      eventSourceARN: WORK.streamArn,
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
    };
    const common = {
      ApproximateCreationDateTime: open.clock.now() / 1000,
      Keys: key('p'),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      SequenceNumber: expect.stringMatching(/^\d{21}$/),
    };
    expect(await changes()).toEqual([
      { ...base, eventName: 'INSERT', dynamodb: { ...common, NewImage: old, SizeBytes: 15 } },
      {
        ...base,
        eventName: 'MODIFY',
        dynamodb: { ...common, NewImage: now, OldImage: old, SizeBytes: 24 },
      },
      { ...base, eventName: 'REMOVE', dynamodb: { ...common, OldImage: now, SizeBytes: 15 } },
    ]);
  });

  test('says nothing of writes that change nothing', async () => {
    const Item = { ...key('p'), a: { SS: ['x', 'y'] } };
    await open.db.putItem({ TableName, Item });
    await open.db.putItem({ TableName, Item: { ...key('p'), a: { SS: ['y', 'x'] } } });
    await open.db.updateItem({ TableName, Key: key('p') });
    await open.db.deleteItem({ TableName, Key: key('nobody') });
    expect(await names()).toEqual(['INSERT']);
  });

  test('has all changes of a transaction or none', async () => {
    await outcomeOf(both('attribute_exists(pk)'));
    expect(await names()).toEqual([]);
    await both('attribute_not_exists(pk)');
    expect(await names()).toEqual(['INSERT', 'INSERT']);
  });

  test('keeps the changes of a partition key in one shard, in order', async () => {
    const keys = Array.from({ length: 40 }, (_, at) => `key-${at}`);
    for (const a of [1, 2, 3]) {
      await Promise.all(
        keys.map((pk) => open.db.putItem({ TableName, Item: { ...key(pk), a: n(a) } })),
      );
    }
    const { stream } = open.engine;
    const shardsOf = new Map<string, string[]>();
    for (const { id: shard } of stream.shards('work')) {
      for (const { dynamodb } of await stream.read(shard, undefined, 1000)) {
        const { pk, a } = dynamodb.NewImage as { pk: { S: string }; a: { N: string } };
        shardsOf.set(pk.S, [...(shardsOf.get(pk.S) ?? []), `${shard}:${a.N}`]);
      }
    }
    const used = new Set<string>();
    for (const seen of shardsOf.values()) {
      const shard = seen[0]?.replace(/:\d+$/, '') ?? '';
      used.add(shard);
      expect(seen).toEqual([`${shard}:1`, `${shard}:2`, `${shard}:3`]);
    }
    expect(shardsOf.size).toBe(40);
    expect(used.size).toBe(4);
  });

  test('is read in pages after a sequence number', async () => {
    for (const a of [1, 2, 3]) {
      await open.db.putItem({ TableName, Item: { ...key('p'), a: n(a) } });
    }
    const { stream } = open.engine;
    const own = await shardOfAll();
    const first = await stream.read(own, undefined, 2);
    const rest = await stream.read(own, first.at(-1)?.dynamodb.SequenceNumber, 2);
    expect([first.length, rest.length]).toEqual([2, 1]);
    expect(await stream.read(own, rest.at(-1)?.dynamodb.SequenceNumber, 2)).toEqual([]);
  });

  test('tells listeners after the commit, and only of changed tables', async () => {
    const seen: number[] = [];
    const committed = () =>
      seen.push(
        Number(open.database.sql.prepare('SELECT COUNT(*) AS c FROM dynamo_change').get()?.['c']),
      );
    const stop = open.engine.stream.onChange('work', committed);
    await open.db.putItem({ TableName, Item: key('p') });
    await open.db.putItem({ TableName, Item: key('p') });
    await open.db.putItem({ TableName: 'plain', Item: { id: s('x') } });
    stop();
    await open.db.deleteItem({ TableName, Key: key('p') });
    expect(seen).toEqual([1]);
  });

  test('remembers readers, forgets what is a day old, and tells who had not read it', async () => {
    const { stream } = open.engine;
    await open.db.putItem({ TableName, Item: key('p') });
    const [record] = await changes();
    const sequence = record?.dynamodb.SequenceNumber ?? '';
    const shard = await shardOfAll();
    expect(await stream.position('slow', shard)).toBeUndefined();
    await stream.moveTo('fast', shard, sequence);
    expect(await stream.position('fast', shard)).toBe(sequence);
    open.clock.advance(24 * 60 * 60 * 1000 - 1);
    expect(await open.engine.trim()).toEqual({ forgotten: 0, unread: [] });
    open.clock.advance(1);
    const unread = [{ reader: 'slow', shard, count: 1 }];
    expect(await open.engine.trim()).toEqual({ forgotten: 1, unread });
    expect(await stream.read(shard, undefined, 1)).toEqual([]);
    expect(await open.engine.trim()).toEqual({ forgotten: 0, unread: [] });
    await open.db.deleteItem({ TableName, Key: key('p') });
    const [next] = await changes();
    expect((next?.dynamodb.SequenceNumber ?? '') > sequence).toBe(true);
  });

  test('has no shards for a table that is not there', () => {
    expect(() => open.engine.stream.shards('nowhere')).toThrow('Requested resource not found');
  });
});

const now = () => Math.floor(open.clock.now() / 1000);
const expiring = (pk: string, expires: object) => ({ ...key(pk), topic: s('t'), expires });
const expire = (pk: string, expires: number | string) =>
  open.db.putItem({ TableName, Item: expiring(pk, n(expires)) as never });
const left = async () => {
  const { Items } = await open.db.scan({ TableName });
  return (Items ?? []).map(({ pk }) => pk?.S ?? '').toSorted();
};

describe('time to live', () => {
  test('removes what is past, and nothing before it is asked to', async () => {
    await expire('past', now() - 1);
    await expire('due', now());
    await expire('later', now() + 60);
    await expire('ancient', now() - 6 * 365 * 86_400);
    await open.db.putItem({ TableName, Item: expiring('text', s('1')) as never });
    await open.db.putItem({ TableName, Item: key('never') });
    expect((await left()).length).toBe(6);
    expect(await open.engine.removeExpired()).toBe(2);
    expect(await left()).toEqual(['ancient', 'later', 'never', 'text']);
    open.clock.advance(61_000);
    expect(await open.engine.removeExpired()).toBe(1);
    expect(await open.engine.removeExpired()).toBe(0);
    expect(open.engine.verify()).toEqual([]);
  });

  test('marks its removals in the stream and costs nothing', async () => {
    await expire('past', now() - 1);
    const before = open.engine.billed();
    await open.engine.removeExpired();
    expect(open.engine.billed()).toEqual(before);
    const [, removal] = await changes();
    expect(removal).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      dynamodb: { Keys: key('past'), OldImage: expiring('past', n(now() - 1)) },
    });
  });

  test('follows the attribute when it changes', async () => {
    await expire('p', now() - 1);
    await expire('p', now() + 60);
    await expire('q', now() + 60);
    await expire('q', now() - 1);
    await open.engine.removeExpired();
    expect(await left()).toEqual(['p']);
  });

  test('removes more than one batch', async () => {
    await Promise.all(Array.from({ length: 450 }, (_, at) => expire(`p${at}`, now() - 1)));
    expect(await open.engine.removeExpired()).toBe(450);
    expect(await left()).toEqual([]);
  });
});
