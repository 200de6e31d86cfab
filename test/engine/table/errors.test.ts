import {
  ConditionalCheckFailedException,
  IdempotentParameterMismatchException,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openEngine, WORK } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { n, s } from './values.ts';

let open: OpenEngine;

const TableName = 'work';
const Key = { pk: s('p'), sk: s('1') };
const item = { ...Key, a: n(1) };

beforeAll(async () => {
  open = await openEngine();
  await open.db.putItem({ TableName, Item: item });
});

afterAll(() => open.close());

const faultOf = (call: Promise<object>): Promise<unknown> =>
  call.then(
    () => undefined,
    (fault: unknown) => fault,
  );

const refusedPut = (ReturnValuesOnConditionCheckFailure: 'ALL_OLD' | 'NONE') =>
  faultOf(
    open.db.putItem({
      TableName,
      Item: Key,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure,
    }),
  );

const read = (name: string) => open.db.getItem({ TableName: name, Key });

describe('exceptions as the SDK knows them', () => {
  test('a table is known by its own ARN, and by none of another place', async () => {
    expect(await read(WORK.arn)).toMatchObject({ Item: item });
    for (const [from, to] of [
      ['000000000000', '111111111111'],
      ['cn-north-1', 'us-east-1'],
      ['aws-cn', 'aws'],
      ['table/work', 'table/x:table/work'],
    ] as const) {
      const fault = await faultOf(read(WORK.arn.replace(from, to)));
      expect(fault).toBeInstanceOf(ResourceNotFoundException);
    }
  });

  test('a failed condition gives the stored item when asked', async () => {
    const fault = await refusedPut('ALL_OLD');
    expect(fault).toBeInstanceOf(ConditionalCheckFailedException);
    expect(fault).toMatchObject({ Item: item, $metadata: { httpStatusCode: 400 } });
  });

  test('and otherwise not', async () => {
    const fault = await refusedPut('NONE');
    expect(fault).toBeInstanceOf(ConditionalCheckFailedException);
    expect(fault).toMatchObject({ Item: undefined });
  });

  test('a cancelled transaction gives its reasons in order', async () => {
    const condition = {
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    const fault = await faultOf(
      open.db.transactWriteItems({
        TransactItems: [
          { Put: { TableName, Item: { pk: s('q'), sk: s('1') }, ...condition } },
          { Delete: { TableName, Key, ...condition } },
        ],
      }),
    );
    expect(fault).toBeInstanceOf(TransactionCanceledException);
    expect((fault as TransactionCanceledException).CancellationReasons).toEqual([
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: item },
    ]);
    const { Item } = await open.db.getItem({ TableName, Key: { pk: s('q'), sk: s('1') } });
    expect(Item).toBeUndefined();
  });

  test('an unknown table', async () => {
    const fault = await faultOf(open.db.describeTable({ TableName: 'nowhere' }));
    expect(fault).toBeInstanceOf(ResourceNotFoundException);
    expect(fault).toMatchObject({
      message: 'Requested resource not found: Table: nowhere not found',
    });
  });
});

const increment = (token: string, by = 1) =>
  open.db.transactWriteItems({
    ClientRequestToken: token,
    ReturnConsumedCapacity: 'TOTAL',
    TransactItems: [
      {
        Update: {
          TableName,
          Key: { pk: s('count'), sk: s('1') },
          UpdateExpression: 'ADD a :by',
          ExpressionAttributeValues: { ':by': n(by) },
        },
      },
    ],
  });
const count = async () =>
  (await open.db.getItem({ TableName, Key: { pk: s('count'), sk: s('1') } })).Item?.['a'];

describe('ClientRequestToken', () => {
  test('does a repeated transaction once, for ten minutes', async () => {
    const first = await increment('token');
    const second = await increment('token');
    expect(await count()).toEqual(n(1));
    expect(first.ConsumedCapacity).toEqual([
      { TableName, CapacityUnits: 2, WriteCapacityUnits: 2 },
    ]);
    expect(second.ConsumedCapacity).toEqual([
      { TableName, CapacityUnits: 2, ReadCapacityUnits: 2 },
    ]);
    open.clock.advance(10 * 60 * 1000);
    await increment('token');
    expect(await count()).toEqual(n(2));
  });

  test('refuses another transaction under the same token', async () => {
    await increment('other');
    const fault = await faultOf(increment('other', 5));
    expect(fault).toBeInstanceOf(IdempotentParameterMismatchException);
  });

  test('a refused transaction does not use its token up', async () => {
    const guarded = () =>
      open.db.transactWriteItems({
        ClientRequestToken: 'guarded',
        TransactItems: [
          {
            Put: {
              TableName,
              Item: { pk: s('guarded'), sk: s('1') },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        ],
      });
    await open.db.putItem({ TableName, Item: { pk: s('guarded'), sk: s('1') } });
    expect(await faultOf(guarded())).toBeInstanceOf(TransactionCanceledException);
    await open.db.deleteItem({ TableName, Key: { pk: s('guarded'), sk: s('1') } });
    expect(await faultOf(guarded())).toBeUndefined();
  });
});
