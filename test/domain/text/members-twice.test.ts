import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isMarked,
  markTwice,
  plainName,
  valuesOf,
} from '../../../shared/domain/text/members-twice.ts';

describe('members that came more than once', () => {
  it.each<[string, unknown, readonly unknown[]]>([
    ['{"a":1,"a":2}', { 'a (#1)': 1, 'a (#2)': 2 }, [['a']]],
    ['{"a":1,"\\u0061" : 2}', { 'a (#1)': 1, 'a (#2)': 2 }, [['a']]],
    [
      '{"l":[{"b":"}"},{"b":[],"c":{"d":1,"d":2,"d":3}}]}',
      { l: [{ b: '}' }, { b: [], c: { 'd (#1)': 1, 'd (#2)': 2, 'd (#3)': 3 } }] },
      [['l', 1, 'c', 'd']],
    ],
    [
      '[0,[1,{"a":{"b":1},"a":{"b":2}}]]',
      [0, [1, { 'a (#1)': { b: 1 }, 'a (#2)': { b: 2 } }]],
      [[1, 1, 'a']],
    ],
    ['{"a\\"":1,"a\\\\":2,"a\\"":3}', { 'a" (#1)': 1, 'a\\': 2, 'a" (#2)': 3 }, [['a"']]],
    ['{"a\\"b":1,"a\\"b":2}', { 'a"b (#1)': 1, 'a"b (#2)': 2 }, [['a"b']]],
    [
      '{"__proto__":1,"__proto__":2}',
      { '__proto__ (#1)': 1, '__proto__ (#2)': 2 },
      [['__proto__']],
    ],
  ])('%s have names of their own', (text, value, twice) => {
    const marked = markTwice(text);
    expect([JSON.parse(marked.text), marked.twice]).toEqual([value, twice]);
    expect([isMarked(marked.text), isMarked(text)]).toEqual([true, false]);
  });

  it('are found one by one', () => {
    const value = JSON.parse(markTwice('{"a":1,"a":2,"b":3}').text) as Record<string, unknown>;
    expect([valuesOf(value, 'a'), valuesOf(value, 'b')]).toEqual([[1, 2], undefined]);
  });

  it('are told from a name that only looks like one of theirs', () => {
    expect(valuesOf({ 'a (#1)': 1 }, 'a')).toBeUndefined();
    expect(valuesOf({ 'a (#2)': 1, 'a (#3)': 1 }, 'a')).toBeUndefined();
  });

  it.each([
    ['a (#2)', 'a'],
    ['a (#12)', 'a'],
    ['a (#1) b', 'a (#1) b'],
    ['a (#x)', 'a (#x)'],
    ['a', 'a'],
  ])('%s is %s where it stands once', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  it('are seen by the name of any of them', () => {
    expect(isMarked('{"a (#12)":1}')).toBe(true);
  });

  it('are left alone where they are nobody’s concern', () => {
    const text = '{"a":1,"a":2}';
    expect(markTwice(text, new Set(['a']))).toEqual({ text, twice: [] });
  });

  it('are named up to two hundred, and all marked', () => {
    const text = `{${Array.from({ length: 602 }, (_, index) => `"m${index % 301}":1`).join()}}`;
    const marked = markTwice(text);
    expect(marked.twice).toHaveLength(200);
    expect(Object.keys(JSON.parse(marked.text) as object)).toHaveLength(602);
  });

  it('are in nothing that was written from a value', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          expect(markTwice(text)).toEqual({ text, twice: [] });
        },
      ),
      { numRuns: 50 },
    );
  });
});
