import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  canonicalJson,
  isSameValue,
  omitUndefined,
} from '../../../shared/domain/text/canonical-json.ts';
import { languageTags } from '../../../shared/domain/text/language.ts';

describe('the canonical text of a value', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ c: 1, a: 2, b: { z: 1, y: 2 } }, '{"a":2,"b":{"y":2,"z":1},"c":1}'],
    [[3, 1, 2], '[3,1,2]'],
    [[], '[]'],
    [{}, '{}'],
    ['引"号', '"引\\"号"'],
    [-0.5, '-0.5'],
    [false, 'false'],
    [null, 'null'],
    // By UTF-16 code units, in which a surrogate is below a full-width letter.
    [{ '\uFF21': 1, '\u{20BB7}': 2 }, '{"\u{20BB7}":2,"\uFF21":1}'],
  ])('of %j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the same however the members are ordered, and says the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    [undefined],
    [Number.NaN],
    [Infinity],
    [1n],
    [() => 1],
    [{ a: undefined }],
    [[undefined]],
  ])('%o has none, in place of one that leaves something out', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('what is left without undefined members', () => {
  it.each([
    [{ a: 1, b: undefined }, { a: 1 }],
    [{ a: { b: undefined, c: null } }, { a: { c: null } }],
    [
      [{ a: undefined }, 1, 'x'],
      [{}, 1, 'x'],
    ],
    [{ a: [{ b: undefined }] }, { a: [{}] }],
    ['x', 'x'],
    [null, null],
  ])('of %j is %j', (value, left) => {
    expect(omitUndefined(value)).toStrictEqual(left);
  });
});

describe('two values', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [2, null] }, { b: [2, null], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: { b: undefined } }, { a: {} }, true],
    [undefined, undefined, true],
    ['x', 'x', true],
    [undefined, {}, false],
    [{}, undefined, false],
    [undefined, null, false],
    [{ a: 1 }, { a: 2 }, false],
    [[1, 2], [2, 1], false],
    [1, '1', false],
  ])('%j and %j are the same: %s', (one, other, same) => {
    expect(isSameValue(one, other)).toBe(same);
  });
});

it('the languages have the tags of their documents', () => {
  expect(languageTags).toEqual({ zh: 'zh-CN', en: 'en' });
});
