/**
 * Any text of an expression and any shape of a request gives a refusal or a success, never an
 * internal error.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ServiceError } from '../../../infra/local/engine/wire.ts';
import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

const TableName = 'work';
const Key = { pk: { S: 'shape' }, sk: { S: '1' } };
const ExpressionAttributeNames = { '#a': 'a' };
const ExpressionAttributeValues = { ':v': { S: 'x' }, ':n': { N: '1' } };

/** `done`, or the code of a refusal; an internal error of the engine is rethrown. */
const answer = async (operation: string, input: object): Promise<string> => {
  try {
    await open.engine.handle(operation, { ...input });
    return 'done';
  } catch (fault) {
    if (fault instanceof ServiceError && fault.status !== 500) return fault.code;
    throw fault;
  }
};

const messageOf = async (operation: string, input: object): Promise<unknown> => {
  try {
    return await open.engine.handle(operation, { ...input });
  } catch (fault) {
    return fault instanceof ServiceError ? `${fault.status} ${fault.message}` : fault;
  }
};

/** Every parameter that takes an expression. */
const WAYS: readonly (readonly [string, (text: string) => readonly [string, object]])[] = [
  [
    'ConditionExpression',
    (text) => ['DeleteItem', { TableName, Key, ConditionExpression: text, ...placeholders(text) }],
  ],
  [
    'FilterExpression',
    (text) => ['Scan', { TableName, FilterExpression: text, ...placeholders(text) }],
  ],
  [
    'KeyConditionExpression',
    (text) => ['Query', { TableName, KeyConditionExpression: text, ...placeholders(text) }],
  ],
  [
    'UpdateExpression',
    (text) => ['UpdateItem', { TableName, Key, UpdateExpression: text, ...placeholders(text) }],
  ],
  [
    'ProjectionExpression',
    (text) => {
      const { ExpressionAttributeNames: names } = placeholders(text);
      const named = names === undefined ? {} : { ExpressionAttributeNames: names };
      return ['GetItem', { TableName, Key, ProjectionExpression: text, ...named }];
    },
  ],
];

const used = <T>(text: string, given: Readonly<Record<string, T>>) => {
  const members = Object.entries(given).filter(([alias]) => text.includes(alias));
  return members.length === 0 ? undefined : Object.fromEntries(members);
};

const placeholders = (text: string) => {
  const names = used(text, ExpressionAttributeNames);
  const values = used(text, ExpressionAttributeValues);
  return {
    ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
    ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
  };
};

const around = (before: string, core: string, after: string, times: number) =>
  `${before.repeat(times)}${core}${after.repeat(times)}`;

describe('an expression of any depth', () => {
  const REDUNDANT = 'The expression has redundant parentheses;';
  const levels =
    /The (?:expression|document path) has too many nesting levels; nesting levels: \d+$/;
  const operators = /The expression contains too many operators; operator count: 301$/;

  test.each<[string, number, string, string | RegExp]>([
    ['brackets', 0, around('(', 'a = :v', ')', 2000), REDUNDANT],
    ['brackets of a filter', 1, around('(', 'a = :v', ')', 2000), REDUNDANT],
    ['brackets of a key condition', 2, around('(', 'pk = :v', ')', 2000), REDUNDANT],
    ['brackets around an operand', 0, `a = ${around('(', ':v', ')', 2000)}`, REDUNDANT],
    ['brackets of a list', 0, `a IN ${around('(', ':v', ')', 2000)}`, REDUNDANT],
    ['brackets that do not close', 0, '('.repeat(4000), levels],
    ['brackets that were not opened', 0, ')'.repeat(4000), /Syntax error/],
    ['NOT', 0, around('NOT ', 'a = :v', '', 1000), operators],
    ['NOT with brackets', 0, around('NOT (', 'a = :v', ')', 600), operators],
    ['functions', 0, around('f(', 'a', ')', 1300), levels],
    ['size', 0, `${around('size(', 'a', ')', 600)} = :v`, levels],
    ['a path', 0, `a${'.b'.repeat(1900)} = :v`, levels],
    ['a path behind brackets', 0, `(a)${'.b'.repeat(1900)} = :v`, levels],
    ['brackets of an update', 3, `SET a = ${around('(', ':v', ')', 2000)}`, REDUNDANT],
    [
      'sums of an update',
      3,
      `SET a = ${around('(a + ', ':n', ')', 650)}`,
      /Syntax error|nesting levels/,
    ],
    ['functions of an update', 3, `SET a = ${'list_append('.repeat(330)}:v`, levels],
    ['a path of a projection', 4, `a${'[0]'.repeat(1300)}`, levels],
  ])('%s', async (...[, way, text, message]) => {
    const [label, request] = WAYS[way] ?? [];
    const [operation = '', input = {}] = request?.(text) ?? [];
    const shown = await messageOf(operation, input);
    expect(shown).toMatch(new RegExp(`^400 Invalid ${label}: `));
    expect(shown).toMatch(message);
  });

  test.each([
    ['298 times NOT', around('NOT (', 'a = :v', ')', 298)],
    ['149 conditions, each within the other', around('(a = :v OR ', 'a = :v', ')', 149)],
  ])('%s is within the limits', async (_, text) => {
    const [operation, input] = ['DeleteItem', { TableName, Key, ConditionExpression: text }];
    const code = await answer(operation, { ...input, ...placeholders(text) });
    expect(['done', 'ConditionalCheckFailedException']).toContain(code);
  });

  test('240 times if_not_exists is within the limits', async () => {
    const text = `SET a = ${around('if_not_exists(b,', ':v', ')', 239)}`;
    expect(await answer(...(WAYS[3]?.[1](text) ?? ['', {}]))).toBe('done');
  });
});

const elapsed = async (operation: string, input: object): Promise<number> => {
  const start = performance.now();
  await answer(operation, input);
  return performance.now() - start;
};

describe('time grows with the length of the text only', () => {
  test('of a number', async () => {
    const a = { N: `1${'0'.repeat(200_000)}1` };
    expect(await elapsed('PutItem', { TableName, Item: { ...Key, a } })).toBeLessThan(2000);
  });

  test('of paths that must not touch', async () => {
    const text = `REMOVE ${Array.from({ length: 560 }, (_, at) => `a[${at}]`).join()}`;
    expect(await elapsed('UpdateItem', { TableName, Key, UpdateExpression: text })).toBeLessThan(
      500,
    );
  });
});

const TOKENS =
  '( ( ( ) ) ) [ ] . , = <> < <= > >= + - NOT AND OR BETWEEN IN SET REMOVE ADD DELETE a pk sk 0 #a :v :n ' +
  'size if_not_exists list_append contains begins_with attribute_exists attribute_type f ! é';

const token = fc.constantFrom(...TOKENS.split(' '));
const soup = fc.array(token, { minLength: 1, maxLength: 60 }).map((tokens) => tokens.join(' '));

/** Opening tokens, nested as deep as the size limit of an expression allows. */
const nest = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        '(',
        'NOT ',
        'NOT (',
        'size(',
        'SET a = (',
        'a IN (',
        'a = (',
        '(a OR ',
        '(a + ',
      ),
    ),
    fc.integer({ min: 1, max: 900 }),
    fc.constantFrom('a', ':v', 'a = :v', 'attribute_exists(a)', ''),
    fc.integer({ min: 0, max: 2000 }),
  )
  .map(([opening, times, core, closing]) =>
    `${opening.join('').repeat(times).slice(0, 3000)}${core}${')'.repeat(closing)}`.slice(0, 4096),
  );

const LAWFUL = ['done', 'ValidationException', 'ConditionalCheckFailedException'];

test.each(WAYS)('%s of any tokens is refused or done', async (_, request) => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(soup, nest), async (text) => {
      expect(LAWFUL).toContain(await answer(...request(text)));
    }),
    { numRuns: 250 },
  );
});

const OPERATIONS =
  'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem TransactGetItems ' +
  'TransactWriteItems DescribeTable ListTables DescribeTimeToLive';

const PARAMETERS =
  'TableName IndexName Key Item Keys RequestItems TransactItems Get Put Update Delete ConditionCheck ' +
  'PutRequest DeleteRequest Limit Segment TotalSegments Select ScanIndexForward ConsistentRead ' +
  'ExclusiveStartKey ExclusiveStartTableName ReturnValues ReturnConsumedCapacity ClientRequestToken ' +
  'ConditionExpression UpdateExpression KeyConditionExpression FilterExpression ProjectionExpression ' +
  'ExpressionAttributeNames ExpressionAttributeValues work pk sk S N B BOOL NULL SS NS BS L M #a :v __proto__';

const { shape } = fc.letrec<{ shape: unknown }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    fc.constantFrom<unknown[]>(
      null,
      true,
      0,
      1,
      -1,
      1.5,
      '',
      'work',
      'a',
      'pk = :v',
      'SET a = :v',
      '1',
      {},
      [],
    ),
    fc.array(tie('shape'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...PARAMETERS.split(' ')), tie('shape'), { maxKeys: 4 }),
  ),
}));

const request = fc
  .tuple(
    fc.record(
      {
        TableName: fc.constantFrom('work', 'plain'),
        Key: fc.constantFrom(Key, { id: { S: 'x' } }),
        Item: fc.constantFrom(Key, { id: { S: 'x' } }),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.constantFrom(...PARAMETERS.split(' ')), shape, { maxKeys: 4 }),
  )
  .map(([sound, odd]): object => ({ ...sound, ...odd }));

test('a request of any shape is refused or done', async () => {
  const operation = fc.constantFrom(...OPERATIONS.split(' '));
  await fc.assert(
    fc.asyncProperty(operation, request, async (name, input) => {
      expect(await answer(name, input)).toMatch(/^[A-Z]\w+$|^done$/);
    }),
    { numRuns: 1500 },
  );
});
