import { expect, test } from 'vitest';

import { NO_TABLE_MISHAPS } from '../../../infra/local/engine/mishap.ts';
import type { TableMishaps } from '../../../infra/local/engine/mishap.ts';
import { tableMishaps } from '../../../infra/local/runtime/injected-faults.ts';
import { OPERATOR } from '../../../infra/local/runtime/permission/guard.ts';
import { openEngine } from './open-engine.ts';
import { n, s } from './values.ts';

const key = (id: string) => ({ id: s(id) });
const ids = ['a', 'b', 'c', 'd'];

const opened = (mishaps: Partial<TableMishaps>) =>
  openEngine(':memory:', { mishaps: { ...NO_TABLE_MISHAPS, ...mishaps } });

/** Returns true for these calls, counted from 0. */
const at = (...calls: readonly number[]) => {
  let call = -1;
  return () => calls.includes((call += 1));
};

test('a batch leaves over some of its keys, in the form of a request for the rest', async () => {
  const open = await opened({ leavesOver: at(1, 3, 6) });
  const request = (id: string) => ({ PutRequest: { Item: { ...key(id), a: n(1) } } });
  const written = await open.db.batchWriteItem({ RequestItems: { plain: ids.map(request) } });
  expect(written.UnprocessedItems).toEqual({ plain: [request('b'), request('d')] });
  await open.db.batchWriteItem({ RequestItems: { plain: [request('b'), request('d')] } });
  const asked = {
    plain: { Keys: ids.map(key), ConsistentRead: true, ProjectionExpression: 'a' },
  };
  const read = await open.db.batchGetItem({ RequestItems: asked });
  await open.close();
  expect(read.Responses?.['plain']).toHaveLength(3);
  expect(read.UnprocessedKeys).toEqual({ plain: { ...asked.plain, Keys: [key('a')] } });
});

test('a batch is never left over whole', async () => {
  const open = await opened({ leavesOver: () => true });
  const Keys = ids.map(key);
  const { UnprocessedKeys } = await open.db.batchGetItem({ RequestItems: { plain: { Keys } } });
  const request = (id: string) => ({ DeleteRequest: { Key: key(id) } });
  const { UnprocessedItems } = await open.db.batchWriteItem({
    RequestItems: { plain: ids.map(request) },
  });
  await open.close();
  expect(UnprocessedKeys?.['plain']?.Keys).toEqual(Keys.slice(1));
  expect(UnprocessedItems?.['plain']).toEqual(ids.slice(1).map(request));
});

test('a transaction is cancelled at the item that is met, a single write refused', async () => {
  const open = await opened({ conflicting: (count) => count - 1 });
  const put = (id: string) => ({ Put: { TableName: 'plain', Item: key(id) } });
  await expect(
    open.db.transactWriteItems({ TransactItems: [put('a'), put('b')] }),
  ).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
    ],
  });
  await expect(open.db.putItem({ TableName: 'plain', Item: key('a') })).rejects.toMatchObject({
    name: 'TransactionConflictException',
    message: 'Transaction is ongoing for the item',
  });
  const { Items } = await open.db.scan({ TableName: 'plain' });
  await open.close();
  expect(Items).toEqual([]);
});

const decisions = (seed: number) => {
  let left = seed;
  const random = () => (left = (left * 16_807) % 2_147_483_647) / 2_147_483_647;
  const mishaps = tableMishaps({ conflict: 0.5, leftOver: 0.5, indexLag: 700 }, random);
  return ids.map(() => [
    mishaps.conflicting(3, { accessKeyId: 'RatingSubmit' }),
    mishaps.leavesOver({ accessKeyId: 'RatingSubmit' }),
    mishaps.conflicting(3, OPERATOR),
    mishaps.leavesOver(OPERATOR),
    mishaps.indexLagMs({ accessKeyId: 'RatingSubmit' }),
    mishaps.indexLagMs(OPERATOR),
  ]);
};

test('faults are for the functions, decided by the given chance and repeatable', () => {
  expect(decisions(7)).toEqual(decisions(7));
  expect(decisions(7)).not.toEqual(decisions(8));
  for (const [, , conflict, left, lag, spared] of decisions(7)) {
    expect([conflict, left, lag, spared]).toEqual([undefined, false, 700, 0]);
  }
});
