import { b, bs, l, m, n, ns, s, ss } from '../values.ts';
import type { Values } from '../values.ts';
import { invalid, invalidValue, wrong } from './operation-case.ts';
import type { OperationCase } from './operation-case.ts';

const TableName = 'work';
const Key = { pk: s('p'), sk: s('1') };
const OLD: Values = { ...Key, a: s('old'), n: n(1) };

const put = (name: string, item: Values, rest: Partial<OperationCase> = {}): OperationCase => ({
  name: `PutItem: ${name}`,
  call: (db) => db.putItem({ TableName, Item: { ...Key, ...item } }),
  answers: {},
  ...rest,
});

const deep = (levels: number): Values => (levels === 0 ? { x: n(1) } : { x: m(deep(levels - 1)) });

const FAILED = 'The conditional request failed';
const CHECK_FAILED = ['ConditionalCheckFailedException', FAILED] as const;

export const WRITES: readonly OperationCase[] = [
  put('an empty string, list, map and binary as values', {
    a: s(''),
    e: l(),
    f: m({}),
    g: { B: new Uint8Array() },
  }),
  put(
    'an empty string set',
    { a: ss() },
    {
      refuses: invalidValue('An string set  may not be empty'),
    },
  ),
  put(
    'an empty number set',
    { a: ns() },
    {
      refuses: invalidValue('An number set  may not be empty'),
    },
  ),
  put(
    'an empty binary set',
    { a: bs() },
    {
      refuses: invalidValue('Binary sets should not be empty'),
    },
  ),
  put(
    'an empty set deep inside',
    { a: l(m({ x: ss() })) },
    {
      refuses: invalidValue('An string set  may not be empty'),
    },
  ),
  put(
    'a repeated string in a set',
    { a: ss('x', 'x') },
    {
      refuses: invalidValue('Input collection [x, x] contains duplicates.'),
    },
  ),
  put(
    'a repeated number in a set',
    { a: ns('1', '1.0') },
    {
      refuses: invalid('Input collection contains duplicates'),
    },
  ),
  put(
    'a repeated binary in a set',
    { a: bs([1], [1]) },
    {
      refuses: invalidValue('Input collection [AQ==, AQ==]of type BS contains duplicates.'),
    },
  ),
  put(
    'NULL false',
    { a: { NULL: false } },
    {
      refuses: invalidValue('Null attribute value types must have the value of true'),
    },
  ),
  put(
    'a value of no type',
    { a: wrong({}) },
    {
      refuses: invalid(
        'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
      ),
    },
  ),
  put(
    'a value of two types',
    { a: wrong({ S: 'x', N: '1' }) },
    {
      refuses: invalid(
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
      ),
    },
  ),
  put(
    'a number that is none',
    { a: n('dog') },
    {
      refuses: invalid('The parameter cannot be converted to a numeric value: dog'),
    },
  ),
  put(
    'an empty number',
    { a: n('') },
    {
      refuses: invalid('The parameter cannot be converted to a numeric value'),
    },
  ),
  put(
    'not a number',
    { a: n('NaN') },
    {
      refuses: invalid('The parameter cannot be converted to a numeric value: NaN'),
    },
  ),
  put(
    'a number with 39 digits',
    { a: n('3.14159265358979323846264338327950288419') },
    {
      refuses: invalid('Attempting to store more than 38 significant digits in a Number'),
    },
  ),
  put(
    'a number too large',
    { a: n('1e126') },
    {
      refuses: invalid(
        'Number overflow. Attempting to store a number with magnitude larger than supported range',
      ),
    },
  ),
  put(
    'a number too small',
    { a: n('0.9e-130') },
    {
      refuses: invalid(
        'Number underflow. Attempting to store a number with magnitude smaller than supported range',
      ),
    },
  ),
  put(
    'an attribute without a name',
    { '': n(1) },
    {
      refuses: invalidValue('Empty attribute name'),
    },
  ),
  put('31 levels below the attribute', deep(30)),
  put('too many levels', deep(32), {
    refuses: invalid('Nesting Levels have exceeded supported limits'),
  }),
  put('400 KB, names included', { a: s('x'.repeat(409_600 - 7)) }),
  put(
    'one byte more than 400 KB',
    { a: s('x'.repeat(409_600 - 6)) },
    {
      refuses: invalid('Item size has exceeded the maximum allowed size'),
    },
  ),
  put('without its sort key', wrong({ sk: undefined }), {
    refuses: invalidValue('Missing the key sk in the item'),
  }),
  put(
    'with a key of another type',
    { pk: n(1) },
    {
      refuses: invalidValue('Type mismatch for key pk expected: S actual: N'),
    },
  ),
  put(
    'with an empty key',
    { sk: s('') },
    {
      refuses: invalid(
        'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: sk',
      ),
    },
  ),
  put(
    'with a partition key of more than 2048 bytes',
    { pk: s('é'.repeat(1025)) },
    {
      refuses: invalidValue('Size of hashkey has exceeded the maximum size limit of2048 bytes'),
    },
  ),
  put(
    'with a sort key of more than 1024 bytes',
    { sk: s('x'.repeat(1025)) },
    {
      refuses: invalidValue(
        'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
      ),
    },
  ),
  put(
    'with an index key of another type',
    { due: s('x') },
    {
      refuses: invalidValue(
        'Type mismatch for Index Key due Expected: N Actual: S IndexName: byOwner',
      ),
    },
  ),
  put(
    'with an empty index key',
    { topic: s('') },
    {
      refuses: invalid(
        /cannot contain an empty string value\. IndexName: byTopic, IndexKey: topic$/,
      ),
    },
  ),
  put(
    'into no table',
    {},
    {
      call: (db) => db.putItem({ TableName: 'nowhere', Item: Key }),
      refuses: ['ResourceNotFoundException', 'Requested resource not found'],
    },
  ),
  put(
    'returns the old item',
    { a: s('new') },
    {
      given: [OLD],
      call: (db) => db.putItem({ TableName, Item: Key, ReturnValues: 'ALL_OLD' }),
      answers: { Attributes: OLD },
    },
  ),
  put(
    'has no old item to return',
    {},
    {
      call: (db) => db.putItem({ TableName, Item: Key, ReturnValues: 'ALL_OLD' }),
      answers: {},
    },
  ),
  put(
    'cannot return new values',
    {},
    {
      call: (db) => db.putItem({ TableName, Item: Key, ReturnValues: 'ALL_NEW' }),
      refuses: invalid('ReturnValues can only be ALL_OLD or NONE'),
    },
  ),
  put(
    'an unknown kind of return value',
    {},
    {
      call: (db) => db.putItem({ TableName, Item: Key, ReturnValues: wrong('DOG') }),
      refuses: invalid(
        "1 validation error detected: Value 'DOG' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]",
      ),
    },
  ),
  put(
    'names without an expression',
    {},
    {
      call: (db) => db.putItem({ TableName, Item: Key, ExpressionAttributeNames: { '#a': 'a' } }),
      refuses: invalid('ExpressionAttributeNames can only be specified when using expressions'),
    },
  ),
  put(
    'values without an expression',
    {},
    {
      call: (db) => db.putItem({ TableName, Item: Key, ExpressionAttributeValues: { ':a': n(1) } }),
      refuses: invalid(
        'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null',
      ),
    },
  ),
  ...(
    [
      [
        'an unused name',
        { '#a': 'a', '#b': 'b' },
        undefined,
        /ExpressionAttributeNames unused in expressions: keys: \{#b\}$/,
      ],
      [
        'a name with a bad alias',
        { '#a': 'a', '#!': 'b' },
        undefined,
        /ExpressionAttributeNames contains invalid key: Syntax error; key: "#!"/,
      ],
      ['a name for nothing', { '#a': '' }, undefined, /Empty attribute name/],
      [
        'an unused value',
        { '#a': 'a' },
        { ':b': n(1) },
        /ExpressionAttributeValues unused in expressions: keys: \{:b\}$/,
      ],
      [
        'a value with a bad alias',
        { '#a': 'a' },
        { b: n(1) },
        /ExpressionAttributeValues contains invalid key: Syntax error; key: "b"/,
      ],
      [
        'a bad value',
        { '#a': 'a' },
        { ':b': n('x') },
        /^ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :b$/,
      ],
      ['no value at all', { '#a': 'a' }, {}, 'ExpressionAttributeValues must not be empty'],
    ] as const
  ).map(([name, names, values, message]) =>
    put(
      name,
      {},
      {
        call: (db) =>
          db.putItem({
            TableName,
            Item: Key,
            ConditionExpression: 'attribute_not_exists(#a)',
            ExpressionAttributeNames: { ...names },
            ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
          }),
        refuses: invalid(message),
      },
    ),
  ),
  {
    name: 'a write whose condition fails',
    given: [OLD],
    call: (db) =>
      db.putItem({ TableName, Item: Key, ConditionExpression: 'attribute_not_exists(pk)' }),
    refuses: CHECK_FAILED,
  },
  {
    name: 'DeleteItem returns the old item',
    given: [OLD],
    call: (db) => db.deleteItem({ TableName, Key, ReturnValues: 'ALL_OLD' }),
    answers: { Attributes: OLD },
  },
  {
    name: 'DeleteItem of nothing',
    call: (db) => db.deleteItem({ TableName, Key, ReturnValues: 'ALL_OLD' }),
    answers: {},
  },
  {
    name: 'DeleteItem of nothing that must exist',
    call: (db) => db.deleteItem({ TableName, Key, ConditionExpression: 'attribute_exists(pk)' }),
    refuses: CHECK_FAILED,
  },
  ...(
    [
      ['lacks an attribute', { pk: s('p') }],
      ['has one too many', { ...Key, x: s('1') }],
      ['has another type', { pk: s('p'), sk: n(1) }],
    ] as const
  ).map(([name, key]): OperationCase => ({
    name: `a key that ${name}`,
    call: (db) => db.deleteItem({ TableName, Key: wrong(key) }),
    refuses: invalid('The provided key element does not match the schema'),
  })),
  {
    name: 'a key that is empty',
    call: (db) => db.getItem({ TableName, Key: { pk: s(''), sk: s('1') } }),
    refuses: invalid(/cannot contain an empty string value\. Key: pk$/),
  },
  {
    name: 'UpdateItem without an expression makes an item of the key',
    call: (db) => db.updateItem({ TableName, Key, ReturnValues: 'ALL_NEW' }),
    answers: { Attributes: Key },
  },
  ...(
    [
      ['ALL_OLD', 'SET a = :v', { Attributes: OLD }],
      ['ALL_NEW', 'SET a = :v', { Attributes: { ...OLD, a: s('new') } }],
      ['UPDATED_OLD', 'SET a = :v, c = :v', { Attributes: { a: s('old') } }],
      ['UPDATED_NEW', 'SET a = :v, c = :v', { Attributes: { a: s('new'), c: s('new') } }],
      ['UPDATED_OLD', 'SET c = :v', {}],
      ['UPDATED_NEW', 'REMOVE a SET c = :v', { Attributes: { c: s('new') } }],
      ['NONE', 'SET c = :v', {}],
    ] as const
  ).map(([ReturnValues, UpdateExpression, answers]): OperationCase => ({
    name: `UpdateItem ${UpdateExpression} returns ${ReturnValues}`,
    given: [OLD],
    call: (db) =>
      db.updateItem({
        TableName,
        Key,
        UpdateExpression,
        ExpressionAttributeValues: { ':v': s('new') },
        ReturnValues,
      }),
    answers,
  })),
  {
    name: 'UpdateItem returns nested parts',
    given: [{ ...Key, a: m({ c: l(n(1), n(2)), d: n(3) }) }],
    call: (db) =>
      db.updateItem({
        TableName,
        Key,
        UpdateExpression: 'SET a.c[1] = :v',
        ExpressionAttributeValues: { ':v': n(7) },
        ReturnValues: 'UPDATED_NEW',
      }),
    answers: { Attributes: { a: m({ c: l(n(7)) }) } },
  },
  {
    name: 'UpdateItem beyond 400 KB',
    given: [{ ...Key, a: s('x'.repeat(300_000)) }],
    call: (db) =>
      db.updateItem({
        TableName,
        Key,
        UpdateExpression: 'SET c = :v',
        ExpressionAttributeValues: { ':v': s('x'.repeat(200_000)) },
      }),
    refuses: invalid('Item size to update has exceeded the maximum allowed size'),
  },
  {
    name: 'numbers come back in plain notation',
    given: [{ ...Key, a: ns('1e3', '-0.50', '+3'), c: n('1E-5'), d: n('-00.0'), e: b(7) }],
    call: (db) => db.getItem({ TableName, Key }),
    answers: {
      Item: { ...Key, a: ns('-0.5', '1000', '3'), c: n('0.00001'), d: n(0), e: b(7) },
    },
  },
];
