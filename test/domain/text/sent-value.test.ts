import { describe, expect, it } from 'vitest';

import {
  codeOf,
  cutText,
  isShownWhole,
  isThere,
  memberOf,
  readList,
  sentOf,
  textOf,
} from '../../../shared/domain/text/sent-value.ts';

describe('a value of another system', () => {
  it.each<[unknown, string | undefined]>([
    [2, '2'],
    ['2', '2'],
    [' 02 ', '2'],
    ['2.0', '2'],
    ['2.00', '2'],
    [' ', undefined],
    ['2.5', '2.5'],
    ['-2', '-2'],
    ['二', '二'],
    ['1382310240598237185', '1382310240598237185'],
    ['', undefined],
    [null, undefined],
    [true, undefined],
    [{}, undefined],
  ])('%j is the code %j', (sent, code) => {
    expect(codeOf(sent)).toBe(code);
  });

  it('is a text with its blanks cut off, a member of an object, a list or none', () => {
    expect([textOf(' a '), textOf(7), textOf([])]).toEqual(['a', '7', undefined]);
    expect(memberOf({ a: 1 }, 'a')).toBe(1);
    const none = [memberOf({}, 'toString'), memberOf('ab', 'length'), memberOf(null, 'a')];
    expect(none).toEqual([undefined, undefined, undefined]);
    const both = { 'a (#1)': 1, 'a (#2)': 2, 'b (#1)': 3 };
    expect([memberOf(both, 'a'), memberOf(both, 'b')]).toEqual([[1, 2], undefined]);
  });

  it.each<[unknown, readonly unknown[], boolean]>([
    [[1], [1], true],
    [{ a: 1 }, [{ a: 1 }], true],
    [null, [], true],
    [undefined, [], true],
    [' ', [], true],
    [{}, [], true],
    ['209', [], false],
    [0, [], false],
    [false, [], false],
  ])('%j is the list %j', (sent, items, complete) => {
    expect(readList(sent)).toEqual({ items, complete });
    expect(isThere(sent)).toBe(items.length > 0 || !complete);
  });

  it.each<[unknown, boolean]>([
    [undefined, true],
    [null, true],
    ['', true],
    [{}, true],
    [false, true],
    [7, true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['a\uD83D', false],
    [{ code: 3 }, false],
    [[209], false],
  ])('%j is shown whole: %s', (sent, isWhole) => {
    expect(isShownWhole(sent)).toBe(isWhole);
  });

  it('is shown short, and by its type when it is no value', () => {
    expect([undefined, null, {}, [], true, 8].map((one) => sentOf(one))).toEqual([
      undefined,
      'null',
      'object',
      'object',
      'true',
      '8',
    ]);
    expect(sentOf('x'.repeat(65))).toBe('x'.repeat(64));
    expect(sentOf('a\uD83D')).toBe('a\uFFFD');
  });

  it('is cut before a character, never in it', () => {
    expect([cutText('ab\u{1F620}', 3), cutText('ab\u{1F620}', 4), cutText('abc', 2)]).toEqual([
      'ab',
      'ab\u{1F620}',
      'ab',
    ]);
    expect(cutText('\u{1F620}abc', 3)).toBe('\u{1F620}a');
  });

  it('is not cut when it is just as long, whole or not', () => {
    expect([cutText('abc', 3), cutText('ab\uD83D', 3)]).toEqual(['abc', 'ab\uD83D']);
  });
});
