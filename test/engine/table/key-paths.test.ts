/**
 * Keys are scalars: no document path leads into one, and a filter cannot use the key attributes of
 * its query.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { refusalOf } from './refusal-of.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

const Key = { pk: { S: 'p' }, sk: { S: '1' } };
const at = { TableName: 'work', Key };
const value = { ExpressionAttributeValues: { ':v': { S: 'p' } } };
const names = { ExpressionAttributeNames: { '#pk': 'pk', '#a': 'a' } };

const nested = (what: string) =>
  `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${what}`;
const refused = (what: string) => `ValidationException: ${nested(what)}`;
const filtered = (name: string) =>
  'ValidationException: Filter Expression can only contain non-primary key attributes: ' +
  `Primary key attribute: ${name}`;

const get = (ProjectionExpression: string, more: object = {}) =>
  ['GetItem', { ...at, ProjectionExpression, ...more }] as const;
const scan = (more: object) => ['Scan', { TableName: 'work', ...more }] as const;
const query = (more: object, condition = 'pk = :v') =>
  ['Query', { TableName: 'work', KeyConditionExpression: condition, ...value, ...more }] as const;
const update = (UpdateExpression: string, more: object = {}) =>
  ['UpdateItem', { ...at, UpdateExpression, ...more }] as const;
const given = (operation: string, ConditionExpression: string) =>
  [operation, { ...at, ConditionExpression }] as const;

describe('a path into a key', () => {
  test.each<[string, readonly [string, object], string]>([
    ['a projection of an item', get('pk.a'), refused('Key: pk')],
    ['by a number', get('a, sk[0]'), refused('Key: sk')],
    ['by other names', get('#pk.#a', names), refused('Key: pk')],
    ['a key of an index', get('topic.a'), refused('IndexKey: topic')],
    ['the sort key of an index', get('due[1].x'), refused('IndexKey: due')],
    ['a key of the table first', get('topic.a, pk.b'), refused('Key: pk')],
    [
      'a projection of a batch',
      ['BatchGetItem', { RequestItems: { work: { Keys: [Key], ProjectionExpression: 'pk.a' } } }],
      refused('Key: pk'),
    ],
    [
      'a projection of a transaction',
      ['TransactGetItems', { TransactItems: [{ Get: { ...at, ProjectionExpression: 'sk.a' } }] }],
      refused('Key: sk'),
    ],
    ['a projection of a scan', scan({ ProjectionExpression: 'pk.a' }), refused('Key: pk')],
    [
      'a filter of a scan',
      scan({ FilterExpression: 'attribute_exists(pk.a)' }),
      refused('Key: pk'),
    ],
    [
      'deep in a filter',
      scan({ FilterExpression: 'NOT (a = b OR size(mark[0]) = c)' }),
      refused('IndexKey: mark'),
    ],
    [
      'a scan of an index',
      scan({ IndexName: 'byTopic', FilterExpression: 'a = topic.x' }),
      refused('IndexKey: topic'),
    ],
    ['a projection of a query', query({ ProjectionExpression: 'sk.a' }), refused('Key: sk')],
    [
      'a filter of a query',
      query({ FilterExpression: 'topic.a = :v' }),
      refused('IndexKey: topic'),
    ],
    [
      'a filter of an index query, into the key of the table',
      query({ IndexName: 'byTopic', FilterExpression: 'pk.a = :v' }, 'topic = :v'),
      refused('Key: pk'),
    ],
    [
      'the condition of an update',
      update('SET a = b', { ConditionExpression: 'attribute_exists(pk.x)' }),
      refused('Key: pk'),
    ],
    ['what an update reads', update('SET a = pk.x'), refused('Key: pk')],
    [
      'what an update falls back on',
      update('SET a = if_not_exists(topic.x, b)'),
      refused('IndexKey: topic'),
    ],
    ['what an update writes', update('REMOVE topic.x'), refused('IndexKey: topic')],
    [
      'the condition of a delete',
      given('DeleteItem', 'attribute_exists(sk[0])'),
      refused('Key: sk'),
    ],
    [
      'the condition of a put',
      ['PutItem', { TableName: 'work', Item: Key, ConditionExpression: 'attribute_exists(pk.a)' }],
      refused('Key: pk'),
    ],
  ])('%s', async (...[, [operation, input], refusal]) => {
    expect(await refusalOf(open.engine, operation, input)).toBe(refusal);
  });

  test('in a transaction cancels it', async () => {
    const ConditionCheck = { ...at, ConditionExpression: 'attribute_exists(pk.a)' };
    const call = open.engine.handle('TransactWriteItems', { TransactItems: [{ ConditionCheck }] });
    await expect(call).rejects.toMatchObject({
      code: 'TransactionCanceledException',
      members: { CancellationReasons: [{ Code: 'ValidationError', Message: nested('Key: pk') }] },
    });
  });
});

describe('a filter on keys', () => {
  test.each<[string, readonly [string, object], string]>([
    ['of the query', query({ FilterExpression: 'pk = :v' }), filtered('pk')],
    [
      'of the query, reached into',
      query({ FilterExpression: 'attribute_exists(pk.a)' }),
      filtered('pk'),
    ],
    ['that sort', query({ FilterExpression: 'NOT (a = b AND size(sk) = c)' }), filtered('sk')],
    [
      'of the index',
      query({ IndexName: 'byTopic', FilterExpression: 'topic = :v' }, 'topic = :v'),
      filtered('topic'),
    ],
  ])('%s', async (...[, [operation, input], refusal]) => {
    expect(await refusalOf(open.engine, operation, input)).toBe(refusal);
  });

  test.each<[string, readonly [string, object]]>([
    [
      'of the table on an index',
      query({ IndexName: 'byTopic', FilterExpression: 'pk = :v' }, 'topic = :v'),
    ],
    ['of an index on the table', query({ FilterExpression: 'topic = :v' })],
    ['of a scan', scan({ FilterExpression: 'pk = :v', ...value })],
  ])('%s is none of that kind', async (_, [operation, input]) => {
    expect(await refusalOf(open.engine, operation, input)).toMatchObject({ Count: 0 });
  });
});
