import { n, s } from '../values.ts';
import type { Values } from '../values.ts';
import { invalid, invalidValue, wrong } from './operation-case.ts';
import type { OperationCase } from './operation-case.ts';

const key = (sk: number | string): Values => ({ pk: s('p'), sk: s(String(sk)) });
const item = (sk: number | string, more: Values = {}): Values => ({ ...key(sk), ...more });
const many = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

const puts = (items: readonly Values[]) => items.map((Item) => ({ PutRequest: { Item } }));
const get = (Key: Values, rest: object = {}) => ({ Get: { TableName: 'work', Key, ...rest } });
const putAction = (Item: Values, rest: object = {}) => ({
  Put: { TableName: 'work', Item, ...rest },
});
const check = (Key: Values, ConditionExpression: string, rest: object = {}) => ({
  ConditionCheck: { TableName: 'work', Key, ConditionExpression, ...rest },
});

const cancelled = (...codes: string[]) =>
  [
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
  ] as const;

const REPEATED = invalid('Provided list of item keys contains duplicates');
const ONE_EACH = invalid('Transaction request cannot include multiple operations on one item');

const BATCHES: readonly OperationCase[] = [
  {
    name: 'BatchWriteItem puts and deletes',
    given: [item(0)],
    call: async (db) => {
      await db.batchWriteItem({
        RequestItems: {
          work: [...puts([item(1), item(2)]), { DeleteRequest: { Key: key(0) } }],
          plain: puts([{ id: s('x') }]),
        },
      });
      const { Count } = await db.scan({ TableName: 'work', Select: 'COUNT' });
      return { Count };
    },
    answers: { Count: 2 },
  },
  {
    name: 'BatchWriteItem answers what it did not do',
    call: (db) =>
      db.batchWriteItem({ RequestItems: { work: puts(many(25).map((at) => item(at))) } }),
    answers: { UnprocessedItems: {} },
  },
  {
    name: 'BatchWriteItem of 26',
    call: (db) =>
      db.batchWriteItem({ RequestItems: { work: puts(many(26).map((at) => item(at))) } }),
    refuses: invalid('Too many items requested for the BatchWriteItem call'),
  },
  {
    name: 'BatchWriteItem of one key twice',
    call: (db) =>
      db.batchWriteItem({
        RequestItems: { work: [...puts([item(1)]), { DeleteRequest: { Key: key(1) } }] },
      }),
    refuses: REPEATED,
  },
  {
    name: 'BatchWriteItem of nothing',
    call: (db) => db.batchWriteItem({ RequestItems: {} }),
    refuses: invalid(
      "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ),
  },
  {
    name: 'BatchWriteItem with one bad item does nothing',
    call: (db) => db.batchWriteItem({ RequestItems: { work: puts([item(1), { pk: s('p') }]) } }),
    refuses: invalidValue('Missing the key sk in the item'),
  },
  {
    name: 'BatchWriteItem with an empty request',
    call: (db) => db.batchWriteItem({ RequestItems: { work: [{}] } }),
    refuses: invalid(/^Supplied AttributeValue has more than one datatypes set/),
  },
  {
    name: 'BatchWriteItem into no table',
    call: (db) => db.batchWriteItem({ RequestItems: { nowhere: puts([item(1)]) } }),
    refuses: ['ResourceNotFoundException', 'Requested resource not found'],
  },
  {
    name: 'BatchGetItem with a projection',
    given: [item(1, { a: n(1) }), item(2, { a: n(2) })],
    call: (db) =>
      db.batchGetItem({
        RequestItems: {
          work: { Keys: [key(2), key(3), key(1)], ProjectionExpression: 'a', ConsistentRead: true },
        },
      }),
    answers: { Responses: { work: [{ a: n(2) }, { a: n(1) }] }, UnprocessedKeys: {} },
  },
  {
    name: 'BatchGetItem of 101',
    call: (db) => db.batchGetItem({ RequestItems: { work: { Keys: many(101).map(key) } } }),
    refuses: invalid('Too many items requested for the BatchGetItem call'),
  },
  {
    name: 'BatchGetItem of one key twice',
    call: (db) => db.batchGetItem({ RequestItems: { work: { Keys: [key(1), key(1)] } } }),
    refuses: REPEATED,
  },
  {
    name: 'BatchGetItem stops at 16 MB',
    given: many(44).map((at) => item(at, { a: s('x'.repeat(400_000)) })),
    call: async (db) => {
      const answer = await db.batchGetItem({
        RequestItems: { work: { Keys: many(44).map(key) } },
      });
      const rest = answer.UnprocessedKeys?.['work']?.Keys;
      return { got: answer.Responses?.['work']?.length, rest };
    },
    answers: { got: 42, rest: [key(42), key(43)] },
  },
];

const TRANSACTIONS: readonly OperationCase[] = [
  {
    name: 'TransactGetItems in the order of the request',
    given: [item(1, { a: n(1) }), item(2)],
    call: (db) =>
      db.transactGetItems({
        TransactItems: [get(key(2)), get(key(3)), get(key(1), { ProjectionExpression: 'a' })],
      }),
    answers: { Responses: [{ Item: item(2) }, {}, { Item: { a: n(1) } }] },
  },
  {
    name: 'TransactGetItems of 101',
    call: (db) => db.transactGetItems({ TransactItems: many(101).map((at) => get(key(at))) }),
    refuses: invalid(
      /'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100$/,
    ),
  },
  {
    name: 'TransactGetItems of one item twice',
    call: (db) => db.transactGetItems({ TransactItems: [get(key(1)), get(key(1))] }),
    refuses: ONE_EACH,
  },
  {
    name: 'TransactGetItems with an unused name',
    call: (db) =>
      db.transactGetItems({
        TransactItems: [
          get(key(1), { ProjectionExpression: 'a', ExpressionAttributeNames: { '#q': 'q' } }),
        ],
      }),
    refuses: invalid(/ExpressionAttributeNames unused in expressions: keys: \{#q\}$/),
  },
  {
    name: 'TransactWriteItems does all kinds at once',
    given: [item(1), item(2, { a: n(1) }), item(3)],
    call: async (db) => {
      await db.transactWriteItems({
        TransactItems: [
          putAction(item(4), { ConditionExpression: 'attribute_not_exists(pk)' }),
          { Delete: { TableName: 'work', Key: key(1) } },
          {
            Update: {
              TableName: 'work',
              Key: key(2),
              UpdateExpression: 'ADD a :one',
              ExpressionAttributeValues: { ':one': n(1) },
            },
          },
          check(key(3), 'attribute_exists(pk)'),
          { Put: { TableName: 'plain', Item: { id: s('x') } } },
        ],
      });
      const { Items } = await db.query({
        TableName: 'work',
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: { ':p': s('p') },
      });
      return { Items };
    },
    answers: { Items: [item(2, { a: n(2) }), item(3), item(4)] },
  },
  {
    name: 'TransactWriteItems of 100',
    call: (db) =>
      db.transactWriteItems({ TransactItems: many(100).map((at) => putAction(item(at))) }),
    answers: {},
  },
  {
    name: 'TransactWriteItems of 101',
    call: (db) =>
      db.transactWriteItems({ TransactItems: many(101).map((at) => putAction(item(at))) }),
    refuses: invalid(/Member must have length less than or equal to 100$/),
  },
  {
    name: 'TransactWriteItems of nothing',
    call: (db) => db.transactWriteItems({ TransactItems: [] }),
    refuses: invalid(/Member must have length greater than or equal to 1$/),
  },
  {
    name: 'TransactWriteItems on one item twice',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [putAction(item(1)), check(key(1), 'attribute_exists(pk)')],
      }),
    refuses: ONE_EACH,
  },
  {
    name: 'TransactWriteItems with two actions in one entry',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [{ ...putAction(item(1)), ...check(key(1), 'attribute_exists(pk)') }],
      }),
    refuses: invalid('TransactItems can only contain one of Check, Put, Update or Delete'),
  },
  {
    name: 'TransactWriteItems tells every failed condition',
    given: [item(1)],
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [
          putAction(item(2)),
          check(key(1), 'attribute_not_exists(pk)'),
          putAction(item(3), { ConditionExpression: 'attribute_exists(pk)' }),
          putAction(item(4), { ConditionExpression: 'attribute_not_exists(pk)' }),
        ],
      }),
    refuses: cancelled('None', 'ConditionalCheckFailed', 'ConditionalCheckFailed', 'None'),
  },
  {
    name: 'TransactWriteItems stops at the first action that does not fit the schema',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [
          putAction(item(1), { ConditionExpression: 'attribute_exists(pk)' }),
          putAction({ pk: n(7), sk: s('1') }),
          putAction({ pk: n(8), sk: s('1') }),
        ],
      }),
    refuses: cancelled('None', 'ValidationError', 'None'),
  },
  {
    name: 'TransactWriteItems whose update does not fit the item',
    given: [item(1, { a: s('x') })],
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [
          {
            Update: {
              TableName: 'work',
              Key: key(1),
              UpdateExpression: 'SET a = a + :v',
              ExpressionAttributeValues: { ':v': n(1) },
            },
          },
        ],
      }),
    refuses: cancelled('ValidationError'),
  },
  {
    name: 'TransactWriteItems with an undefined value is refused as a whole',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [putAction(item(1), { ConditionExpression: 'a = :xyz' })],
      }),
    refuses: invalid(/not defined; attribute value: :xyz$/),
  },
  {
    name: 'TransactWriteItems with a syntax error is refused as a whole',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [putAction(item(1), { ConditionExpression: 'hello!' })],
      }),
    refuses: invalid('Invalid ConditionExpression: Syntax error; token: "!", near: "hello!"'),
  },
  {
    name: 'a ConditionCheck without a condition',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [
          { ConditionCheck: { TableName: 'work', Key: key(1), ConditionExpression: undefined } },
        ],
      }),
    refuses: invalid(/Value null at 'conditionExpression'/),
  },
  {
    name: 'an unknown kind of answer to a failed condition',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: [putAction(item(1), { ReturnValuesOnConditionCheckFailure: wrong('dog') })],
      }),
    refuses: invalid(/'returnValuesOnConditionCheckFailure' failed to satisfy constraint/),
  },
  {
    name: 'a request token of 37 characters',
    call: (db) =>
      db.transactWriteItems({
        ClientRequestToken: 'x'.repeat(37),
        TransactItems: [putAction(item(1))],
      }),
    refuses: invalid(/at 'clientRequestToken' failed to satisfy constraint/),
  },
  {
    name: 'a transaction of more than 4 MB',
    call: (db) =>
      db.transactWriteItems({
        TransactItems: many(11).map((at) => putAction(item(at, { a: s('x'.repeat(400_000)) }))),
      }),
    refuses: invalid(/4 MB/),
  },
];

export const GROUPS: readonly OperationCase[] = [...BATCHES, ...TRANSACTIONS];
