/** `ExclusiveStartKey`: the positions at which a page may start, and invalid ones. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { refusalOf } from './refusal-of.ts';

let open: OpenEngine;

const s = (text: string) => ({ S: text });

beforeAll(async () => {
  open = await openEngine();
  for (const sk of ['1', '2']) {
    const Item = { pk: s('x'), sk: s(sk), topic: s('x'), mark: s('x') };
    await open.engine.handle('PutItem', { TableName: 'work', Item });
  }
  await open.engine.handle('PutItem', { TableName: 'plain', Item: { id: s('x') } });
});

afterAll(() => open.close());

const CONDITIONS = {
  plain: ['plain', 'id = :v', undefined],
  work: ['work', 'pk = :v', undefined],
  from: ['work', 'pk = :v AND sk >= :v', undefined],
  one: ['work', 'pk = :v AND sk = :v', undefined],
  topic: ['work', 'topic = :v', 'byTopic'],
  mark: ['work', 'mark = :v AND sk < :v', 'byMark'],
} as const;

const query = (of: keyof typeof CONDITIONS, ExclusiveStartKey: object, more: object = {}) => {
  const [TableName, KeyConditionExpression, IndexName] = CONDITIONS[of];
  const ExpressionAttributeValues = { ':v': s('x') };
  const condition = { KeyConditionExpression, ExpressionAttributeValues };
  const index = IndexName === undefined ? {} : { IndexName };
  const input = { TableName, ...index, ...condition, ExclusiveStartKey, ...more };
  return refusalOf(open.engine, 'Query', input);
};

const scan = (TableName: string, ExclusiveStartKey: object, IndexName?: string) =>
  refusalOf(open.engine, 'Scan', {
    TableName,
    ExclusiveStartKey,
    ...(IndexName === undefined ? {} : { IndexName }),
  });

const INVALID = 'ValidationException: The provided starting key is invalid';
const SCHEMA = `${INVALID}: The provided key element does not match the schema`;
const OUTSIDE =
  'ValidationException: The provided starting key is outside query boundaries based on provided conditions';
const PREDICATE =
  'ValidationException: The provided starting key does not match the range key predicate';
const ONE_ROW = 'ValidationException: The query can return at most one row and cannot be restarted';
const empty = (name: string) =>
  `${INVALID}: One or more parameter values are not valid. The AttributeValue for a key attribute ` +
  `cannot contain an empty string value. Key: ${name}`;
const LONG_HASH = `${INVALID}: One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes`;
const LONG_RANGE = `${INVALID}: One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes`;

const long = s('x'.repeat(3000));
const item = { pk: s('x'), sk: s('x') };

describe('refused by a query', () => {
  test.each<[string, keyof typeof CONDITIONS, object, string]>([
    ['nothing', 'plain', {}, SCHEMA],
    ['another attribute', 'plain', { a: s('x') }, SCHEMA],
    ['one attribute more', 'plain', { id: s('x'), a: s('x') }, SCHEMA],
    ['another type', 'plain', { id: { N: '1' } }, SCHEMA],
    ['an empty key', 'plain', { id: s('') }, empty('id')],
    ['a long key', 'plain', { id: long }, LONG_HASH],
    ['another key', 'plain', { id: s('y') }, OUTSIDE],
    ['the key itself', 'plain', { id: s('x') }, ONE_ROW],
    [
      'no value',
      'plain',
      { id: {} },
      `${INVALID}: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes`,
    ],
    [
      'no number',
      'plain',
      { id: { N: 'x' } },
      `${INVALID}: The parameter cannot be converted to a numeric value: x`,
    ],
    ['no sort key', 'work', { pk: s('x') }, SCHEMA],
    ['a sort key of another type', 'work', { pk: s('x'), sk: { N: '1' } }, SCHEMA],
    ['one attribute more than both keys', 'work', { ...item, topic: s('x') }, SCHEMA],
    ['an empty sort key', 'work', { pk: s('x'), sk: s('') }, empty('sk')],
    ['a long sort key', 'work', { pk: s('x'), sk: long }, LONG_RANGE],
    ['another partition', 'work', { pk: s('y'), sk: s('x') }, OUTSIDE],
    ['before the range', 'from', { pk: s('x'), sk: s('w') }, PREDICATE],
    ['another partition, before the range', 'from', { pk: s('y'), sk: s('w') }, PREDICATE],
    ['another partition, within the range', 'from', { pk: s('y'), sk: s('y') }, ONE_ROW],
    ['the one item asked for', 'one', item, ONE_ROW],
    ['no key of the index', 'topic', item, INVALID],
    ['no key of the table', 'topic', { topic: s('x') }, INVALID],
    ['a key of another index', 'topic', { ...item, mark: s('x') }, INVALID],
    ['one attribute more than all keys', 'topic', { ...item, topic: s('x'), a: s('x') }, INVALID],
    ['an index key of another type', 'topic', { ...item, topic: { N: '1' } }, SCHEMA],
    ['a table key of another type', 'topic', { ...item, pk: { N: '1' }, topic: s('x') }, SCHEMA],
    ['a long index key', 'topic', { ...item, topic: long }, LONG_HASH],
    ['another partition of the index', 'topic', { ...item, topic: s('y') }, OUTSIDE],
    ['beyond the range of the index', 'mark', { ...item, mark: s('x') }, PREDICATE],
  ])('%s (%s)', async (...[, of, start, refusal]) => {
    expect(await query(of, start)).toBe(refusal);
  });
});

describe('refused by a scan', () => {
  test.each<[string, string, object, string | undefined, string]>([
    ['nothing', 'plain', {}, undefined, SCHEMA],
    ['another type', 'plain', { id: { B: 'eA==' } }, undefined, SCHEMA],
    ['one attribute more', 'plain', { id: s('x'), a: s('x') }, undefined, SCHEMA],
    ['an empty key', 'plain', { id: s('') }, undefined, empty('id')],
    ['no sort key', 'work', { pk: s('x') }, undefined, SCHEMA],
    ['a long sort key', 'work', { pk: s('x'), sk: long }, undefined, LONG_RANGE],
    ['no key of the index', 'work', item, 'byTopic', INVALID],
    ['a long index key', 'work', { ...item, topic: long }, 'byTopic', LONG_HASH],
  ])('%s', async (...[, table, start, index, refusal]) => {
    expect(await scan(table, start, index)).toBe(refusal);
  });
});

describe('accepted', () => {
  test('the last key of a page, in the table and in an index', async () => {
    expect(await query('work', { pk: s('x'), sk: s('1') })).toMatchObject({ Count: 1 });
    const entry = { pk: s('x'), sk: s('1'), topic: s('x') };
    expect(await query('topic', entry)).toMatchObject({ Count: 1 });
    expect(await query('mark', { pk: s('x'), sk: s('1'), mark: s('x') })).toMatchObject({
      Count: 1,
    });
    expect(await scan('plain', { id: s('gone') })).toMatchObject({ Items: expect.any(Array) });
  });

  test('a query for one whole key names no place to go on from', async () => {
    const answer = await open.engine.handle('Query', {
      TableName: 'plain',
      KeyConditionExpression: 'id = :v',
      ExpressionAttributeValues: { ':v': s('x') },
      Limit: 1,
    });
    expect(answer).toEqual({ Items: [{ id: s('x') }], Count: 1, ScannedCount: 1 });
  });
});
