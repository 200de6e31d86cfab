/** Lists that are empty, null or contain null, where the service requires members. */
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { refusalOf } from './refusal-of.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

const Key = { pk: { S: 'p' }, sk: { S: '1' } };
const TableName = 'work';

const detected = (value: string, at: string, rule: string) =>
  `ValidationException: 1 validation error detected: Value ${value} at '${at}' failed to satisfy constraint: ${rule}`;

const NOT_NULL = 'Member must not be null';
const AT_LEAST_ONE = 'Member must have length greater than or equal to 1';
const WRITES =
  'Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]';

const writes = (RequestItems: unknown) => ['BatchWriteItem', { RequestItems }] as const;
const gets = (work: unknown) => ['BatchGetItem', { RequestItems: { work } }] as const;
const put = (a: unknown) => ['PutItem', { TableName, Item: { ...Key, a } }] as const;

const EMPTY =
  'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes';

test.each<[string, readonly [string, object], string]>([
  ['no writes', writes({ work: [] }), detected("'{work=[]}'", 'requestItems', WRITES)],
  [
    'writes that are null',
    writes({ work: null }),
    detected("'{work=null}'", 'requestItems', WRITES),
  ],
  [
    'no writes beside some',
    writes({ plain: [{ PutRequest: { Item: { id: { S: 'x' } } } }], work: [] }),
    detected("'{work=[]}'", 'requestItems', WRITES),
  ],
  [
    'no writes into no table',
    writes({ nowhere: [] }),
    detected("'{nowhere=[]}'", 'requestItems', WRITES),
  ],
  [
    'a write that is null',
    writes({ work: [{ PutRequest: { Item: Key } }, null] }),
    detected('null', 'requestItems.work.member.2.member', NOT_NULL),
  ],
  ['no tables to write', writes(null), detected('null', 'requestItems', NOT_NULL)],
  ['a get that is null', gets(null), detected('null', 'requestItems.work.member', NOT_NULL)],
  ['a get without keys', gets({}), detected('null', 'requestItems.work.member.keys', NOT_NULL)],
  [
    'keys that are null',
    gets({ Keys: null }),
    detected('null', 'requestItems.work.member.keys', NOT_NULL),
  ],
  ['no keys', gets({ Keys: [] }), detected("'[]'", 'requestItems.work.member.keys', AT_LEAST_ONE)],
  [
    'a key that is null',
    gets({ Keys: [null] }),
    detected('null', 'requestItems.work.member.keys.1.member', NOT_NULL),
  ],
  [
    'no actions',
    ['TransactWriteItems', { TransactItems: [] }],
    detected("'[]'", 'transactItems', AT_LEAST_ONE),
  ],
  [
    'no reads',
    ['TransactGetItems', { TransactItems: [] }],
    detected("'[]'", 'transactItems', AT_LEAST_ONE),
  ],
  [
    'an action that is null',
    ['TransactWriteItems', { TransactItems: [null] }],
    detected('null', 'transactItems.1.member', NOT_NULL),
  ],
  [
    'actions that are null',
    ['TransactGetItems', { TransactItems: null }],
    detected('null', 'transactItems', NOT_NULL),
  ],
  ['a value that is null', put(null), `ValidationException: ${EMPTY}`],
  ['a value of a null type', put({ S: null }), `ValidationException: ${EMPTY}`],
  ['a list with an empty place', put({ L: [null] }), `ValidationException: ${EMPTY}`],
  [
    'a set with an empty place',
    put({ SS: ['x', null] }),
    'ValidationException: One or more parameter values were invalid: An string set may not have a null string as a member',
  ],
  [
    'a null value of an expression',
    [
      'PutItem',
      {
        TableName,
        Item: Key,
        ConditionExpression: 'a = :v',
        ExpressionAttributeValues: { ':v': null },
      },
    ],
    `ValidationException: ExpressionAttributeValues contains invalid value: ${EMPTY} for key :v`,
  ],
  [
    'an order that is no boolean',
    [
      'Query',
      {
        TableName,
        KeyConditionExpression: 'pk = :v',
        ExpressionAttributeValues: { ':v': { S: 'p' } },
        ScanIndexForward: 'false',
      },
    ],
    'SerializationException: ScanIndexForward cannot be converted to Boolean',
  ],
])('%s', async (...[, [operation, input], refusal]) => {
  expect(await refusalOf(open.engine, operation, input)).toBe(refusal);
});

test.each<[string, object, object]>([
  ['a type', { a: { S: 'v', N: null, NULL: null } }, { a: { S: 'v' } }],
  ['a type within', { a: { M: { b: { N: '1', S: null } } } }, { a: { M: { b: { N: '1' } } } }],
])('%s that is null is not there', async (_, given, kept) => {
  await open.engine.handle('PutItem', { TableName, Item: { ...Key, ...given } });
  const { Item } = (await open.engine.handle('GetItem', { TableName, Key })) as { Item: object };
  expect(Item).toEqual({ ...Key, ...kept });
});

test('a part of an action that is null is not there', async () => {
  const Put = { TableName, Item: { ...Key, a: { S: 'put' } } };
  await open.engine.handle('TransactWriteItems', { TransactItems: [{ Put, Delete: null }] });
  expect(await open.engine.handle('GetItem', { TableName, Key })).toMatchObject({ Item: Put.Item });
});
