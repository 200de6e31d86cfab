import { b, l, m, n, s } from '../values.ts';
import type { Values } from '../values.ts';
import { invalid, invalidValue, wrong } from './operation-case.ts';
import type { OperationCase } from './operation-case.ts';

const TableName = 'work';
const Key = { pk: s('p'), sk: s('1') };
const DOC: Values = {
  ...Key,
  a: m({ x: n(1), y: l(s('p'), s('q'), m({ deep: n(9) })), 'q.r': n(4) }),
  c: s('z'),
};

const projection = (
  ProjectionExpression: string,
  outcome: Pick<OperationCase, 'answers' | 'refuses'>,
  names?: Record<string, string>,
): OperationCase => ({
  name: `GetItem projects ${ProjectionExpression.slice(0, 60)}`,
  given: [DOC],
  call: (db) =>
    db.getItem({
      TableName,
      Key,
      ProjectionExpression,
      ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
    }),
  ...outcome,
});

const badProjection = (message: string) => ({
  refuses: invalid(`Invalid ProjectionExpression: ${message}`),
});

const PROJECTIONS: readonly OperationCase[] = [
  projection('c', { answers: { Item: { c: s('z') } } }),
  projection('c, sk, gone', { answers: { Item: { c: s('z'), sk: s('1') } } }),
  projection('gone', { answers: { Item: {} } }),
  projection('a.x, a.y[2].deep, a.y[0]', {
    answers: { Item: { a: m({ x: n(1), y: l(s('p'), m({ deep: n(9) })) }) } },
  }),
  projection('a.y[7]', { answers: { Item: {} } }),
  projection('a.#k', { answers: { Item: { a: m({ 'q.r': n(4) }) } } }, { '#k': 'q.r' }),
  projection(
    'a, a.x',
    badProjection(
      'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, x]',
    ),
  ),
  projection(
    'a.x, a[0]',
    badProjection(
      'Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, x], path two: [a, [0]]',
    ),
  ),
  projection('a[-1]', badProjection('Syntax error; token: "-", near: "[-1"')),
  projection('a[]', badProjection('Syntax error; token: "]", near: "[]"')),
  projection(
    'a[99999999999999]',
    badProjection('List index is not within the allowable range; index: [99999999999999]'),
  ),
  projection('c,', badProjection('Syntax error; token: "<EOF>", near: ","')),
  projection('', badProjection('The expression can not be empty;')),
  projection(
    'c, #x',
    badProjection(
      'An expression attribute name used in the document path is not defined; attribute name: #x',
    ),
    { '#y': 'y' },
  ),
];

/** Items due 1 to 5 of one owner, one of another owner, and one item that is in no index. */
const LADDER: readonly Values[] = [
  ...[1, 2, 3, 4, 5].map((due) => ({
    pk: s('p'),
    sk: s(`a${due}`),
    owner: s('o'),
    due: n(due === 5 ? 10 : due),
    title: s(`t${due}`),
    topic: s('x'),
    mark: s('m'),
    extra: n(due),
  })),
  { pk: s('q'), sk: s('a1'), owner: s('other'), due: n(1), mark: s('m') },
  { pk: s('p'), sk: s('b1'), title: s('loose') },
];

const sks = (...names: string[]) => ({
  Items: names.map((name) => ({ sk: s(name) })),
  Count: names.length,
  ScannedCount: names.length,
});

const query = (
  KeyConditionExpression: string,
  outcome: Pick<OperationCase, 'answers' | 'refuses'>,
  more: { readonly values?: Values; readonly rest?: object } = {},
): OperationCase => ({
  name: `Query ${KeyConditionExpression} ${JSON.stringify(more.rest ?? {})}`,
  given: LADDER,
  call: (db) =>
    db.query({
      TableName,
      KeyConditionExpression,
      ExpressionAttributeValues: { ':p': s('p'), ...more.values },
      ProjectionExpression: 'sk',
      ...more.rest,
    }),
  ...outcome,
});

const value = (v: Values[string]) => ({ values: { ':v': v } });
const BY_OWNER = { IndexName: 'byOwner', ExpressionAttributeNames: { '#o': 'owner' } };
const byOwner = (rest: object = {}, values: Values = {}) => ({
  values: { ':p': s('o'), ...values },
  rest: { ...BY_OWNER, ...rest },
});
const badKey = (message: string | RegExp) => ({ refuses: invalid(message) });

const QUERIES: readonly OperationCase[] = [
  query('pk = :p', { answers: sks('a1', 'a2', 'a3', 'a4', 'a5', 'b1') }),
  query(':p = pk', { answers: sks('a1', 'a2', 'a3', 'a4', 'a5', 'b1') }),
  query(
    'pk = :p',
    { answers: sks('b1', 'a5', 'a4', 'a3', 'a2', 'a1') },
    {
      rest: { ScanIndexForward: false },
    },
  ),
  query('pk = :p AND sk = :v', { answers: sks('a3') }, value(s('a3'))),
  query('pk = :p AND sk < :v', { answers: sks('a1', 'a2') }, value(s('a3'))),
  query('pk = :p AND :v > sk', { answers: sks('a1', 'a2') }, value(s('a3'))),
  query('pk = :p AND sk <= :v', { answers: sks('a1', 'a2', 'a3') }, value(s('a3'))),
  query('pk = :p AND sk > :v', { answers: sks('a5', 'b1') }, value(s('a4'))),
  query('(sk >= :v) AND (pk = :p)', { answers: sks('a4', 'a5', 'b1') }, value(s('a4'))),
  query(
    'pk = :p AND sk BETWEEN :v AND :w',
    { answers: sks('a2', 'a3') },
    {
      values: { ':v': s('a2'), ':w': s('a3') },
    },
  ),
  query('pk = :p AND begins_with(sk, :v)', { answers: sks('b1') }, value(s('b'))),
  query('#o = :p', { answers: sks('a1', 'a2', 'a3', 'a4', 'a5') }, byOwner()),
  query('#o = :p AND due > :v', { answers: sks('a4', 'a5') }, byOwner({}, { ':v': n(3) })),
  query(
    '#o = :p',
    { answers: { Count: 5, ScannedCount: 5 } },
    {
      values: { ':p': s('o') },
      rest: { ...BY_OWNER, ProjectionExpression: undefined, Select: 'COUNT' },
    },
  ),
  query(
    'topic = :p',
    {
      answers: {
        Items: LADDER.slice(0, 1).map(({ pk, sk, topic }) => ({ pk, sk, topic }) as Values),
        Count: 1,
        ScannedCount: 1,
        LastEvaluatedKey: { pk: s('p'), sk: s('a1'), topic: s('x') },
      },
    },
    {
      values: { ':p': s('x') },
      rest: { IndexName: 'byTopic', ProjectionExpression: undefined, Limit: 1 },
    },
  ),
  query(
    'mark = :p AND sk = :v',
    {
      answers: {
        Items: [
          { pk: s('p'), sk: s('a1'), mark: s('m'), title: s('t1') },
          { pk: s('q'), sk: s('a1'), mark: s('m') },
        ],
        Count: 2,
        ScannedCount: 2,
      },
    },
    {
      values: { ':p': s('m'), ':v': s('a1') },
      rest: { IndexName: 'byMark', ProjectionExpression: undefined },
    },
  ),
  query(
    'pk = :p',
    { answers: { ...sks('a3'), ScannedCount: 6 } },
    {
      values: { ':v': s('t3') },
      rest: { FilterExpression: 'title = :v' },
    },
  ),
  query(
    'pk = :p',
    {
      answers: {
        Items: [],
        Count: 0,
        ScannedCount: 2,
        LastEvaluatedKey: { pk: s('p'), sk: s('a2') },
      },
    },
    {
      values: { ':v': s('t3') },
      rest: { FilterExpression: 'title = :v', Limit: 2 },
    },
  ),
  query(
    'pk = :p',
    { answers: sks('b1') },
    {
      rest: { ExclusiveStartKey: { pk: s('p'), sk: s('a5') } },
    },
  ),
  query(
    'pk = :p',
    { answers: sks('a2', 'a1') },
    {
      rest: { ExclusiveStartKey: { pk: s('p'), sk: s('a3') }, ScanIndexForward: false },
    },
  ),
  query(
    'pk = :p',
    { answers: sks('a3', 'a4', 'a5', 'b1') },
    {
      rest: { ExclusiveStartKey: { pk: s('p'), sk: s('a2-gone') } },
    },
  ),
  query('sk = :p', badKey('Query condition missed key schema element: pk')),
  query('pk < :p', badKey('Query key condition not supported')),
  query(
    'pk = :p AND title = :v',
    badKey('Query condition missed key schema element: sk'),
    value(s('t')),
  ),
  query(
    'pk = :p AND pk = :p',
    badKey('KeyConditionExpressions must only contain one condition per key'),
  ),
  query('pk = :p AND sk = :p AND title = :p', badKey('Conditions can be of length 1 or 2 only')),
  query('pk = :p AND sk <> :p', badKey('Invalid operator used in KeyConditionExpression: <>')),
  query('pk = :p AND sk IN (:p)', badKey('Invalid operator used in KeyConditionExpression: IN')),
  query('pk = :p OR sk = :p', badKey('Invalid operator used in KeyConditionExpression: OR')),
  query('NOT pk = :p', badKey('Invalid operator used in KeyConditionExpression: NOT')),
  query(
    'pk = :p AND contains(sk, :p)',
    badKey('Invalid operator used in KeyConditionExpression: contains'),
  ),
  query(
    'pk = :p AND size(sk) = :p',
    badKey('KeyConditionExpressions cannot contain nested operations'),
  ),
  query(
    'pk = :p AND sk.x = :p',
    badKey('KeyConditionExpressions cannot have conditions on nested attributes'),
  ),
  query(
    'pk = :p AND sk = pk',
    badKey(
      'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition',
    ),
  ),
  query(
    ':p = :v',
    badKey('Invalid condition in KeyConditionExpression: No key attribute specified'),
    value(s('t')),
  ),
  query(
    'pk = :p AND begins_with(:v, sk)',
    badKey(
      'Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand',
    ),
    value(s('t')),
  ),
  query(
    'pk = :p AND sk = :v',
    { refuses: invalidValue('Condition parameter type does not match schema type') },
    value(n(1)),
  ),
  query('pk = :p', badKey(/cannot contain an empty string value\. Key: pk$/), {
    values: { ':p': s('') },
  }),
  query(
    'pk = :p AND sk BETWEEN :v AND :w',
    badKey(/^Invalid KeyConditionExpression: The BETWEEN operator requires upper bound/),
    { values: { ':v': s('b'), ':w': s('a') } },
  ),
  query(
    'pk != :p',
    badKey('Invalid KeyConditionExpression: Syntax error; token: "!", near: "pk !="'),
  ),
  query('', badKey('Invalid KeyConditionExpression: The expression can not be empty;')),
  query(
    'pk = :p',
    badKey(
      'Filter Expression can only contain non-primary key attributes: Primary key attribute: sk',
    ),
    { rest: { FilterExpression: 'NOT attribute_exists(sk)' } },
  ),
  query(
    'pk = :p',
    badKey(
      "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ),
    { rest: { Limit: 0 } },
  ),
  query(
    'pk = :p',
    badKey(
      'The provided starting key is invalid: The provided key element does not match the schema',
    ),
    { rest: { ExclusiveStartKey: { pk: s('p') } } },
  ),
  query(
    'pk = :p',
    badKey(
      'The provided starting key is invalid: The provided key element does not match the schema',
    ),
    { rest: { ExclusiveStartKey: { pk: s('p'), sk: n(1) } } },
  ),
  query(
    'pk = :p',
    badKey('The provided starting key is outside query boundaries based on provided conditions'),
    { rest: { ExclusiveStartKey: { pk: s('q'), sk: s('1') } } },
  ),
  query(
    'pk = :p AND sk > :v',
    badKey('The provided starting key does not match the range key predicate'),
    { values: { ':v': s('b') }, rest: { ExclusiveStartKey: { pk: s('p'), sk: s('a') } } },
  ),
  query(
    '#o = :p',
    badKey(/^The provided starting key is invalid/),
    byOwner({ ExclusiveStartKey: { pk: s('p'), sk: s('a') } }),
  ),
  query(
    '#o = :p',
    badKey('Consistent reads are not supported on global secondary indexes'),
    byOwner({ ConsistentRead: true }),
  ),
  query('pk = :p', badKey('The table does not have the specified index: none'), {
    rest: { IndexName: 'none' },
  }),
  query(
    'pk = :p',
    {
      refuses: invalidValue(
        'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
      ),
    },
    { rest: { Select: 'ALL_PROJECTED_ATTRIBUTES', ProjectionExpression: undefined } },
  ),
  query(
    'topic = :p',
    {
      refuses: invalidValue(
        'Select type ALL_ATTRIBUTES is not supported for global secondary index byTopic because its projection type is not ALL',
      ),
    },
    { rest: { IndexName: 'byTopic', Select: 'ALL_ATTRIBUTES', ProjectionExpression: undefined } },
  ),
  query(
    'topic = :p',
    { refuses: invalidValue('Global secondary index byTopic does not project [title]') },
    { rest: { IndexName: 'byTopic', ProjectionExpression: 'pk, title' } },
  ),
  query('pk = :p', badKey('Cannot specify the ProjectionExpression when choosing to get COUNT'), {
    rest: { Select: 'COUNT' },
  }),
  query('pk = :p', badKey(/^Must specify the AttributesToGet or ProjectionExpression/), {
    rest: { Select: 'SPECIFIC_ATTRIBUTES', ProjectionExpression: undefined },
  }),
];

const scan = (
  name: string,
  input: object,
  outcome: Pick<OperationCase, 'answers' | 'refuses'>,
): OperationCase => ({
  name: `Scan ${name}`,
  given: LADDER,
  call: (db) => db.scan({ TableName, ...input }),
  ...outcome,
});

const SCANS: readonly OperationCase[] = [
  scan('counts all', { Select: 'COUNT' }, { answers: { Count: 7, ScannedCount: 7 } }),
  scan(
    'counts an index, which is sparse',
    { Select: 'COUNT', IndexName: 'byTopic' },
    { answers: { Count: 5, ScannedCount: 5 } },
  ),
  scan(
    'may filter by key',
    {
      FilterExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': s('q') },
      ProjectionExpression: 'pk',
    },
    { answers: { Items: [{ pk: s('q') }], Count: 1, ScannedCount: 7 } },
  ),
  scan(
    'segment without total',
    { Segment: 0 },
    badKey(
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
    ),
  ),
  scan(
    'total without segment',
    { TotalSegments: 2 },
    badKey(
      'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
    ),
  ),
  scan(
    'segment out of range',
    { Segment: 2, TotalSegments: 2 },
    badKey(
      'The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2',
    ),
  ),
  scan(
    'with a consistent index read',
    { IndexName: 'byTopic', ConsistentRead: true },
    badKey('Consistent reads are not supported on global secondary indexes'),
  ),
  scan(
    'from a bad start',
    { ExclusiveStartKey: { pk: s('p') } },
    badKey(
      'The provided starting key is invalid: The provided key element does not match the schema',
    ),
  ),
  scan(
    'with an unknown Select',
    { Select: wrong('SOME') },
    badKey(
      /Value 'SOME' at 'select' failed to satisfy constraint: Member must satisfy enum value set/,
    ),
  ),
];

export const READS: readonly OperationCase[] = [
  ...PROJECTIONS,
  ...QUERIES,
  ...SCANS,
  {
    name: 'GetItem of nothing',
    call: (db) => db.getItem({ TableName, Key }),
    answers: {},
  },
  {
    name: 'Query from a start with an attribute too many',
    call: (db) =>
      db.query({
        TableName,
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: { ':p': s('p') },
        ExclusiveStartKey: { ...Key, a: n(1) },
      }),
    refuses: invalid(/^The provided starting key is invalid/),
  },
  {
    name: 'a page ends before 1 MB, filtered or not',
    given: [1, 2, 3, 4].map((at) => ({ pk: s('p'), sk: s(`${at}`), a: s('x'.repeat(300_000)) })),
    call: async (db) => {
      const page = (FilterExpression?: string) =>
        db.query({
          TableName,
          KeyConditionExpression: 'pk = :p',
          ExpressionAttributeValues: { ':p': s('p') },
          ...(FilterExpression === undefined ? {} : { FilterExpression }),
        });
      const [whole, filtered] = [await page(), await page('attribute_exists(gone)')];
      return {
        whole: [whole.Count, whole.LastEvaluatedKey],
        filtered: [filtered.Count, filtered.ScannedCount, filtered.LastEvaluatedKey],
      };
    },
    answers: {
      whole: [3, { pk: s('p'), sk: s('3') }],
      filtered: [0, 3, { pk: s('p'), sk: s('3') }],
    },
  },
  {
    name: 'Query without a key condition',
    call: (db) => db.query({ TableName }),
    refuses: invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    ),
  },
  {
    name: 'numbers sort by value',
    table: 'numbered',
    given: ['-1e10', '-5', '-0.5', '0', '0.001', '3', '20', '1e30'].map((at) => ({
      id: n(1),
      at: n(at),
    })),
    call: async (db) => {
      const { Items } = await db.query({
        TableName: 'numbered',
        KeyConditionExpression: 'id = :i AND #at > :v',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':i': n('1.0'), ':v': n(-5) },
      });
      return { order: Items?.map(({ at }) => at?.N) };
    },
    answers: { order: ['-0.5', '0', '0.001', '3', '20', `1${'0'.repeat(30)}`] },
  },
  {
    name: 'binaries sort as unsigned bytes and match by prefix',
    table: 'binary',
    given: [[255], [1], [128, 0], [128], [255, 255, 1]].map((part) => ({
      id: b(9),
      part: b(...part),
    })),
    call: async (db) => {
      const { Items } = await db.query({
        TableName: 'binary',
        KeyConditionExpression: 'id = :i AND begins_with(part, :v)',
        ExpressionAttributeValues: { ':i': b(9), ':v': b(255) },
      });
      return { order: Items?.map(({ part }) => [...(part?.B ?? [])]) };
    },
    answers: { order: [[255], [255, 255, 1]] },
  },
];
