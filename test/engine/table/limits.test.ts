/** Limits that apply to every input of the engine, not only to whole items. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { refusalOf } from './refusal-of.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

const Key = { pk: { S: 'limit' }, sk: { S: '1' } };
const at = { TableName: 'work', Key };

beforeEach(() => open.engine.handle('DeleteItem', at));

const update = (UpdateExpression: string, more: object = {}) =>
  refusalOf(open.engine, 'UpdateItem', { ...at, UpdateExpression, ...more });

const named = (name: string) => ({ ExpressionAttributeNames: { '#n': name } });

describe('an attribute name', () => {
  const LONGEST = 'n'.repeat(65_535);
  const REFUSED =
    "ValidationException: 1 validation error detected: Value '{#n}' at 'expressionAttributeNames' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 65535, Member must have length greater than or equal to 0]";

  const WAYS = [
    ['UpdateItem', { ...at, UpdateExpression: 'REMOVE #n' }],
    ['DeleteItem', { ...at, ConditionExpression: 'attribute_not_exists(#n)' }],
    ['GetItem', { ...at, ProjectionExpression: '#n' }],
    ['Scan', { TableName: 'work', FilterExpression: 'attribute_exists(#n)' }],
  ] as const;

  test.each(WAYS)('of 64 KB is refused in %s', async (operation, input) => {
    expect(await refusalOf(open.engine, operation, { ...input, ...named(`${LONGEST}n`) })).toBe(
      REFUSED,
    );
    expect(
      await refusalOf(open.engine, operation, { ...input, ...named('名'.repeat(21_846)) }),
    ).toBe(REFUSED);
  });

  test.each(WAYS)('of one byte less is taken in %s', async (operation, input) => {
    expect(await refusalOf(open.engine, operation, { ...input, ...named(LONGEST) })).toBeTypeOf(
      'object',
    );
  });

  test('for which a placeholder of more than 255 characters stands', async () => {
    const alias = `#${'n'.repeat(255)}`;
    const ExpressionAttributeNames = { [alias]: 'a' };
    expect(await update(`REMOVE ${alias}`, { ExpressionAttributeNames })).toBe(
      'ValidationException: ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long',
    );
  });
});

test.each([
  ['pk = :l', 2048, 'Size of hashkey has exceeded the maximum size limit of2048 bytes'],
  [
    'pk = :p AND sk > :l',
    1024,
    'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  ],
  [
    'pk = :p AND begins_with(sk, :l)',
    1024,
    'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  ],
])(
  'a key condition is held to the length of a key: %s',
  async (...[condition, longest, message]) => {
    const ask = (length: number) => {
      const long = { ':l': { S: 'x'.repeat(length) } };
      const values = condition.includes(':p') ? { ':p': { S: 'p' }, ...long } : long;
      const input = {
        TableName: 'work',
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
      };
      return refusalOf(open.engine, 'Query', input);
    };
    expect(await ask(longest)).toMatchObject({ Count: 0 });
    expect(await ask(longest + 1)).toBe(
      `ValidationException: One or more parameter values were invalid: ${message}`,
    );
  },
);

const MEGABYTE = 1024 * 1024;
const names = (bytes: number) =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(bytes / 60_000) }, (_, n) => [`#n${n}`, 'x'.repeat(60_000)]),
  );
const values = (bytes: number) => ({ ':v': { S: 'x'.repeat(bytes) } });

describe('all that stands for something else', () => {
  test.each([
    ['names', names(2.1 * MEGABYTE), values(1), 'ExpressionAttributeNames exceeds max size'],
    ['values', names(1), values(2.1 * MEGABYTE), 'ExpressionAttributeValues exceeds max size'],
    [
      'both',
      names(1.1 * MEGABYTE),
      values(MEGABYTE),
      'Combined size of ExpressionAttributeNames and ExpressionAttributeValues exceeds max size',
    ],
  ])(
    'may have 2 MB: %s',
    async (...[, ExpressionAttributeNames, ExpressionAttributeValues, message]) => {
      const more = { ExpressionAttributeNames, ExpressionAttributeValues };
      expect(await update('SET #n0 = :v', more)).toBe(`ValidationException: ${message}`);
    },
  );
});

const nest = (levels: number): object => {
  let value: object = { S: 'x' };
  for (let level = 1; level < levels; level += 1) value = { M: { x: value } };
  return value;
};
const set = (path: string, value: object) =>
  update(`SET ${path} = :v`, { ExpressionAttributeValues: { ':v': value } });

describe('the levels of an attribute', () => {
  const DEEP = 'ValidationException: Nesting Levels have exceeded supported limits';
  test('are 32 in a value', async () => {
    expect(await set('a', nest(32))).toEqual({});
    expect(await set('a', nest(33))).toBe(
      'ValidationException: ExpressionAttributeValues contains invalid value: Nesting Levels have exceeded supported limits for key :v',
    );
  });

  test('are counted from the top when a value is put deep into another', async () => {
    await set('a', nest(3));
    expect(await set('a.x.x', nest(30))).toEqual({});
    expect(await set('a.x.x', nest(31))).toBe(DEEP);
    expect(await set('a.y', nest(32))).toBe(DEEP);
  });

  test('do not grow by an attribute being put into itself', async () => {
    await set('a', { M: {} });
    const answers: unknown[] = [];
    for (let round = 0; round < 40; round += 1) answers.push(await update('SET a.x = a'));
    expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => ({})));
    expect(answers.at(-1)).toBe(DEEP);
  });
});
