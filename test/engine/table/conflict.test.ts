import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ServiceError, WireInput } from '../../../infra/local/engine/wire.ts';
import { pastContention } from '../../../shared/store/contention.ts';
import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { n, s } from './values.ts';

let open: OpenEngine;

beforeEach(async () => {
  open = await openEngine();
});

afterEach(() => open.close());

const TableName = 'work';
const key = (pk: string) => ({ pk: s(pk), sk: s('1') });
const put = (pk: string) => ({ Put: { TableName, Item: key(pk) } });
const check = (pk: string) => ({
  ConditionCheck: {
    TableName,
    Key: key(pk),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});
const ongoing = 'Transaction is ongoing for the item';
const conflict = { Code: 'TransactionConflict', Message: ongoing };

type Asked = readonly [operation: string, input: WireInput];

const transact = (...TransactItems: readonly object[]): Asked => [
  'TransactWriteItems',
  { TransactItems },
];
const request = (pk: string) => ({ PutRequest: { Item: key(pk) } });
const single = (pk: string): Asked => ['PutItem', { TableName, Item: key(pk) }];

/** Requests that arrive in one turn of the event loop: `done`, or the name of the error. */
const together = async (...requests: readonly Asked[]): Promise<readonly unknown[]> => {
  const calls = requests.map(([operation, input]) => open.engine.handle(operation, input));
  const settled = await Promise.allSettled(calls);
  return settled.map((one) =>
    one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code,
  );
};

const reasonsOf = async ([operation, input]: Asked): Promise<unknown> => {
  try {
    return await open.engine.handle(operation, input);
  } catch (fault) {
    return (fault as { members: { CancellationReasons: unknown } }).members.CancellationReasons;
  }
};

describe('requests in flight at the same time', () => {
  test('of two transactions on one item the first wins, and the other learns where', async () => {
    const first = open.engine.handle(...transact(put('a'), put('b')));
    const reasons = await reasonsOf(transact(put('c'), put('b'), put('d')));
    await first;
    expect(reasons).toEqual([{ Code: 'None' }, conflict, { Code: 'None' }]);
    expect((await open.db.getItem({ TableName, Key: key('c') })).Item).toBeUndefined();
  });

  test.each<[string, Asked, string]>([
    ['PutItem', single('a'), 'TransactionConflictException'],
    ['UpdateItem', ['UpdateItem', { TableName, Key: key('a') }], 'TransactionConflictException'],
    ['DeleteItem', ['DeleteItem', { TableName, Key: key('a') }], 'TransactionConflictException'],
    ['a write of another item', single('z'), 'done'],
    ['GetItem', ['GetItem', { TableName, Key: key('a'), ConsistentRead: true }], 'done'],
    ['Scan', ['Scan', { TableName }], 'done'],
    [
      'TransactGetItems',
      ['TransactGetItems', { TransactItems: [{ Get: { TableName, Key: key('a') } }] }],
      'TransactionCanceledException',
    ],
  ])('%s beside a transaction on the item', async (_, asked, outcome) => {
    expect(await together(transact(put('a')), asked)).toEqual(['done', outcome]);
    expect(await together(transact(check('q')), asked)).toEqual(['done', 'done']);
  });

  test('a condition check holds its item like a write', async () => {
    const asked = [transact(check('a')), single('a'), transact(check('a'))] as const;
    const outcomes = ['done', 'TransactionConflictException', 'TransactionCanceledException'];
    expect(await together(...asked)).toEqual(outcomes);
  });

  test('writes on their own wait for each other; only a reading transaction gives way', async () => {
    const read: Asked = [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName, Key: key('a') } }] },
    ];
    expect(await together(single('a'), single('a'), transact(put('a')))).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect(await together(single('a'), read)).toEqual(['done', 'TransactionCanceledException']);
  });

  test('a cancelled transaction holds nothing', async () => {
    await open.db.putItem({ TableName, Item: key('there') });
    const outcomes = await together(transact(put('a'), check('there')), single('a'));
    expect(outcomes).toEqual(['TransactionCanceledException', 'done']);
    const second = await together(
      transact(put('a')),
      transact(put('a'), put('b')),
      transact(put('b')),
    );
    expect(second).toEqual(['done', 'TransactionCanceledException', 'done']);
  });

  test('a batch gets back what it could not write', async () => {
    const first = open.engine.handle(...transact(put('a')));
    const answer = await open.engine.handle('BatchWriteItem', {
      RequestItems: { work: [request('a'), request('b')] },
    });
    await first;
    expect(answer).toEqual({ UnprocessedItems: { work: [request('a')] } });
  });

  test('nothing is held any more once it is committed', async () => {
    await open.engine.handle(...transact(put('a')));
    expect(await together(transact(put('a')))).toEqual(['done']);
    expect(await together(single('a'))).toEqual(['done']);
  });
});

const add = () =>
  new TransactWriteItemsCommand({
    TransactItems: [
      {
        Update: {
          TableName,
          Key: key('hot'),
          UpdateExpression: 'ADD a :one',
          ExpressionAttributeValues: { ':one': n(1) },
        },
      },
    ],
  });

const counted = async (): Promise<number> => {
  const { Item } = await open.db.getItem({ TableName, Key: key('hot'), ConsistentRead: true });
  return Number(Item?.['a']?.N ?? 0);
};

const concurrently = async (count: number, send: () => Promise<unknown>) => {
  const settled = await Promise.allSettled(Array.from({ length: count }, send));
  return settled.filter(({ status }) => status === 'fulfilled').length;
};

/**
 * The error as the SDK returns it; 300 SDK clients in one process would mainly measure themselves.
 */
const withoutSocket = async (): Promise<unknown> => {
  const { TransactItems = [] } = add().input;
  try {
    return await open.engine.handle('TransactWriteItems', { TransactItems });
  } catch (fault) {
    const { message, members } = fault as ServiceError;
    const reasons = members as Pick<TransactionCanceledException, 'CancellationReasons'>;
    throw new TransactionCanceledException({ message, $metadata: {}, ...reasons });
  }
};

describe('a few writers of one item through SDK clients', () => {
  test('get through by the retries of the product', async () => {
    expect(await concurrently(20, () => pastContention(() => open.db.send(add())))).toBe(20);
    expect(await counted()).toBe(20);
  });
});

describe('300 transactions at once on one hot item', () => {
  test('conflict, and the item counts exactly those that were acknowledged', async () => {
    const done = await concurrently(300, () => open.db.send(add()));
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(300);
    expect(await counted()).toBe(done);
  });

  test('all get through by the retries of the product', async () => {
    const done = await concurrently(300, () => pastContention(withoutSocket));
    expect(done).toBe(300);
    expect(await counted()).toBe(300);
  });
});
