import type { DynamoDB } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { n, s } from './values.ts';
import type { Values } from './values.ts';

let open: OpenEngine;

beforeEach(async () => {
  open = await openEngine();
});

afterEach(() => open.close());

const TableName = 'work';
const Key = { pk: s('p'), sk: s('1') };
const ReturnConsumedCapacity = 'INDEXES';

/** An item of exactly `bytes` by the service's rules (the key uses 7). */
const sized = (bytes: number, more: Values = {}): Values => ({
  ...Key,
  a: s('x'.repeat(bytes - 7)),
  ...more,
});

const units = (table: number, indexes?: Record<string, number>) => ({
  TableName,
  CapacityUnits: Object.values(indexes ?? {}).reduce((sum, cost) => sum + cost, table),
  Table: { CapacityUnits: table },
  ...(indexes === undefined
    ? {}
    : {
        GlobalSecondaryIndexes: Object.fromEntries(
          Object.entries(indexes).map(([name, CapacityUnits]) => [name, { CapacityUnits }]),
        ),
      }),
});

const put = (db: DynamoDB, Item: Values) => db.putItem({ TableName, Item, ReturnConsumedCapacity });

const OWNED = { owner: s('o'), due: n(1) };

describe('write units', () => {
  test.each([
    ['1 KB is one', undefined, sized(1024), units(1)],
    ['a byte more is two', undefined, sized(1025), units(2)],
    ['the larger of old and new counts', sized(2049), sized(100), units(3)],
    ['an index entry costs as well', undefined, sized(1025, OWNED), units(2, { byOwner: 2 })],
    [
      'a change that an ALL index shows',
      sized(100, OWNED),
      sized(101, OWNED),
      units(1, { byOwner: 1 }),
    ],
    [
      'a moved entry costs twice',
      sized(100, OWNED),
      sized(100, { ...OWNED, due: n(2) }),
      units(1, { byOwner: 2 }),
    ],
    ['an entry that goes', sized(100, OWNED), sized(100), units(1, { byOwner: 1 })],
    [
      'a change that a KEYS_ONLY index does not show',
      sized(100, { topic: s('t') }),
      sized(1500, { topic: s('t') }),
      units(2),
    ],
    [
      'a change that an INCLUDE index shows',
      sized(100, { mark: s('m'), title: s('old') }),
      sized(100, { mark: s('m'), title: s('new') }),
      units(1, { byMark: 1 }),
    ],
    ['a put of the same again', sized(1500, OWNED), sized(1500, OWNED), units(2)],
  ])('%s', async (...[, before, after, expected]) => {
    if (before !== undefined) await put(open.db, before);
    expect((await put(open.db, after)).ConsumedCapacity).toEqual(expected);
  });

  test('deleting costs what was there, or one', async () => {
    await put(open.db, sized(2049));
    const remove = () => open.db.deleteItem({ TableName, Key, ReturnConsumedCapacity });
    expect((await remove()).ConsumedCapacity).toEqual(units(3));
    expect((await remove()).ConsumedCapacity).toEqual(units(1));
  });

  test('a transaction costs double', async () => {
    const { ConsumedCapacity } = await open.db.transactWriteItems({
      ReturnConsumedCapacity,
      TransactItems: [{ Put: { TableName, Item: sized(1025, OWNED) } }],
    });
    expect(ConsumedCapacity).toEqual([
      {
        TableName,
        CapacityUnits: 8,
        WriteCapacityUnits: 8,
        Table: { CapacityUnits: 4, WriteCapacityUnits: 4 },
        GlobalSecondaryIndexes: { byOwner: { CapacityUnits: 4, WriteCapacityUnits: 4 } },
      },
    ]);
  });

  test('a batch adds up per table', async () => {
    const { ConsumedCapacity } = await open.db.batchWriteItem({
      ReturnConsumedCapacity: 'TOTAL',
      RequestItems: {
        work: [{ PutRequest: { Item: sized(1025) } }],
        plain: [{ PutRequest: { Item: { id: s('x') } } }],
      },
    });
    expect(ConsumedCapacity).toEqual([
      { TableName, CapacityUnits: 2 },
      { TableName: 'plain', CapacityUnits: 1 },
    ]);
  });
});

describe('read units', () => {
  test('4 KB is one, half when eventual, also for nothing and for parts', async () => {
    const read = async (ConsistentRead: boolean) =>
      (
        await open.db.getItem({
          TableName,
          Key,
          ConsistentRead,
          ProjectionExpression: 'pk',
          ReturnConsumedCapacity: 'TOTAL',
        })
      ).ConsumedCapacity?.CapacityUnits;
    expect([await read(true), await read(false)]).toEqual([1, 0.5]);
    await put(open.db, sized(4096));
    expect([await read(true), await read(false)]).toEqual([1, 0.5]);
    await put(open.db, sized(4097));
    expect([await read(true), await read(false)]).toEqual([2, 1]);
  });

  test('a query rounds its sum, and an index counts what it shows', async () => {
    for (const at of [1, 2, 3]) {
      const Item = { pk: s('p'), sk: s(`${at}`), a: s('x'.repeat(3000)), topic: s('t') };
      await open.db.putItem({ TableName, Item });
    }
    const table = await open.db.query({
      TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': s('p') },
      ReturnConsumedCapacity,
    });
    expect(table.ConsumedCapacity).toEqual(units(1.5));
    const index = await open.db.query({
      TableName,
      IndexName: 'byTopic',
      KeyConditionExpression: 'topic = :t',
      ExpressionAttributeValues: { ':t': s('t') },
      ReturnConsumedCapacity,
    });
    expect(index.ConsumedCapacity).toEqual(units(0, { byTopic: 0.5 }));
  });

  test('a transaction costs double', async () => {
    const { ConsumedCapacity } = await open.db.transactGetItems({
      ReturnConsumedCapacity: 'TOTAL',
      TransactItems: [{ Get: { TableName, Key } }],
    });
    expect(ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 2, ReadCapacityUnits: 2 }]);
  });
});

test('the engine keeps a running bill, refused writes included', async () => {
  await put(open.db, sized(1025, OWNED));
  await open.db.getItem({ TableName, Key });
  const refused = open.db.deleteItem({
    TableName,
    Key,
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  await expect(refused).rejects.toThrow('The conditional request failed');
  expect(open.engine.billed()).toEqual({
    work: { read: 0.5, write: 4, indexes: { byOwner: { read: 0, write: 2 } } },
  });
});
