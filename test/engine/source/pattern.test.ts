import { describe, expect, it } from 'vitest';

import {
  checkQueueFilter,
  checkStreamFilter,
  compileFilters,
} from '../../../infra/local/engine/source/pattern/filters.ts';
import { PatternError } from '../../../infra/local/engine/source/pattern/operator.ts';
import { compilePattern } from '../../../infra/local/engine/source/pattern/pattern.ts';

type Row = readonly [
  name: string,
  rule: unknown,
  matching: readonly unknown[],
  not: readonly unknown[],
];

const ABSENT = Symbol('absent');
const recordOf = (value: unknown) => (value === ABSENT ? {} : { field: value });

const operators: readonly Row[] = [
  ['a text', ['bad'], ['bad'], ['Bad', 'ba', null, ABSENT, { S: 'bad' }]],
  ['one of several values', ['bad', 5], ['bad', 5], ['5', 4]],
  ['a number whatever its notation', [300], [300, 3e2], ['300', 301]],
  ['null', [null], [null], ['', 0, false, ABSENT]],
  ['the empty text', [''], [''], [null, ABSENT, ' ']],
  ['a truth value', [true], [true], ['true', 1, false]],
  ['any element of a list', ['b'], [['a', 'b'], [['b']]], [['a'], []]],
  ['prefix', [{ prefix: 'CASE#' }], ['CASE#', 'CASE#1'], ['case#1', 'XCASE#', 7, ABSENT]],
  [
    'prefix ignoring case',
    [{ prefix: { 'equals-ignore-case': 'Case' } }],
    ['CASE1', 'case'],
    ['cas'],
  ],
  ['suffix', [{ suffix: '.png' }], ['a.png'], ['a.PNG', 'png', ABSENT]],
  ['suffix ignoring case', [{ suffix: { 'equals-ignore-case': '.png' } }], ['a.PNG'], ['a.pn']],
  ['equals-ignore-case', [{ 'equals-ignore-case': 'Open' }], ['OPEN', 'open'], ['opened', 1]],
  ['anything-but a text', [{ 'anything-but': 'bad' }], ['good', 1, null], ['bad', ABSENT]],
  ['anything-but a list', [{ 'anything-but': ['a', 1] }], ['b', 2], ['a', 1, ABSENT]],
  [
    'anything-but prefix',
    [{ 'anything-but': { prefix: 'us-' } }],
    ['cn-north-1'],
    ['us-east-1', ABSENT],
  ],
  ['anything-but prefixes', [{ 'anything-but': { prefix: ['a', 'b'] } }], ['c'], ['ab', 'ba']],
  ['anything-but suffix', [{ 'anything-but': { suffix: '.png' } }], ['a.gif'], ['a.png']],
  ['anything-but ignoring case', [{ 'anything-but': { 'equals-ignore-case': 'a' } }], ['b'], ['A']],
  ['numeric equality', [{ numeric: ['=', 3] }], [3, 3.0], ['3', 4]],
  ['numeric bound', [{ numeric: ['<', 3] }], [2.9, -1], [3, ABSENT]],
  ['numeric range', [{ numeric: ['>', 0, '<=', 5] }], [0.1, 5], [0, 5.1]],
  ['exists', [{ exists: true }], ['', null, 0, ['a']], [ABSENT, [], { S: 'a' }]],
  ['does not exist', [{ exists: false }], [ABSENT, [], { S: 'a' }], ['', null]],
  ['a value or absence', ['a', { exists: false }], ['a', ABSENT], ['b']],
];

describe.each(operators)('pattern with %s', (...row) => {
  const [, rule, matching, not] = row;
  const matches = compilePattern({ field: rule });

  it.each(matching.map((value) => [value]))('matches %j', (value) => {
    expect(matches(recordOf(value))).toBe(true);
  });

  it.each(not.map((value) => [value]))('does not match %j', (value) => {
    expect(matches(recordOf(value))).toBe(false);
  });
});

const change = (image: object, eventName = 'INSERT') => ({
  eventName,
  dynamodb: { NewImage: image },
});

describe('pattern structure', () => {
  const openTicket = {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: {
      NewImage: { pk: { S: [{ prefix: 'TICKET#' }] }, closedAt: { S: [{ exists: false }] } },
    },
  };

  it.each([
    [true, change({ pk: { S: 'TICKET#1' } })],
    [false, change({ pk: { S: 'TICKET#1' } }, 'REMOVE')],
    [false, change({ pk: { S: 'CASE#1' } })],
    [false, change({ pk: { S: 'TICKET#1' }, closedAt: { S: '2026' } })],
    [false, { eventName: 'INSERT', dynamodb: {} }],
    [false, null],
  ])('all fields must hold, also nested: %s', (expected, record) => {
    expect(compilePattern(openTicket)(record)).toBe(expected);
  });

  it.each([
    [true, { kind: 'a', level: 1 }],
    [true, { kind: 'a', channel: { name: 'pad' } }],
    [false, { kind: 'b', level: 1 }],
    [false, { kind: 'a', level: 2 }],
  ])('$or needs one branch besides its neighbours: %s', (expected, record) => {
    const pattern = { kind: ['a'], $or: [{ level: [1] }, { channel: { name: ['pad'] } }] };
    expect(compilePattern(pattern)(record)).toBe(expected);
  });

  it('looks for all fields in the same element of a list of objects', () => {
    const matches = compilePattern({ steps: { kind: ['late'], rung: [2] } });
    expect(matches({ steps: [{ kind: 'late', rung: 2 }] })).toBe(true);
    expect(
      matches({
        steps: [
          { kind: 'late', rung: 1 },
          { kind: 'early', rung: 2 },
        ],
      }),
    ).toBe(false);
  });
});

describe('a pattern that is not understood', () => {
  it.each([
    [{ a: [{ wildcard: '*' }] }, 'unsupported operator wildcard'],
    [{ a: [{ cidr: '10.0.0.0/8' }] }, 'unsupported operator cidr'],
    [{ a: [{ 'anything-but': { wildcard: '*' } }] }, 'anything-but wildcard'],
    [{ a: [{ 'anything-but': [] }] }, 'anything-but takes'],
    [{ a: [{ prefix: 5 }] }, 'prefix takes a text'],
    [{ a: [{ numeric: ['~', 5] }] }, 'numeric takes pairs'],
    [{ a: [{ numeric: ['>'] }] }, 'numeric takes one or two'],
    [{ a: [{ exists: 'yes' }] }, 'exists takes'],
    [{ a: [{ prefix: 'a', suffix: 'b' }] }, 'exactly one operator'],
    [{ a: [['b']] }, 'a list in a list'],
    [{ a: [] }, 'an empty list'],
    [{ a: 'b' }, 'expected a list'],
    [{ a: {} }, 'an empty pattern'],
    [{ $or: [{ a: [1] }] }, '$or takes'],
    [[], 'expected an object'],
  ])('%j is an error', (pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError);
    expect(() => compilePattern(pattern)).toThrow(message);
  });

  it('names the path', () => {
    expect(() => compilePattern({ dynamodb: { NewImage: { pk: [{ like: 'a' }] } } })).toThrow(
      'event pattern at dynamodb.NewImage.pk: unsupported operator like',
    );
  });
});

const anything = () => undefined;

describe('filters of a mapping', () => {
  it('let everything pass when there are none, and else what satisfies one of them', () => {
    expect(compileFilters([], anything)({})).toBe(true);
    const passes = compileFilters(['{"a":[1]}', '{"b":[1]}'], anything);
    expect([{ a: 1 }, { b: 1 }, { a: 2 }].map((record) => passes(record))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('must be JSON', () => {
    expect(() => compileFilters(['{a:1}'], anything)).toThrow('not JSON');
  });

  it('refuse a numeric comparison with a number of a change record', () => {
    const filter = { dynamodb: { NewImage: { level: { N: [{ numeric: ['=', 1] }] } } } };
    expect(() => checkStreamFilter(filter)).toThrow('numbers in a change record are texts');
    expect(() =>
      checkStreamFilter({ dynamodb: { SizeBytes: [{ numeric: ['>', 1] }] } }),
    ).not.toThrow();
  });

  it('refuse anything but the body on a queue', () => {
    expect(() => checkQueueFilter({ $or: [{ messageId: ['1'] }, { body: ['a'] }] })).toThrow(
      'body',
    );
    expect(() => checkQueueFilter({ $or: [{ body: ['b'] }, { body: { x: [1] } }] })).not.toThrow();
  });
});
