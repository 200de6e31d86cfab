import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseLossless } from '../../../shared/domain/text/lossless-json.ts';

describe('JSON without loss', () => {
  it.each<[string, unknown]>([
    ['1382310240598237185', '1382310240598237185'],
    ['330602261120000000017', '330602261120000000017'],
    ['-9007199254740993', '-9007199254740993'],
    ['9007199254740991', 9_007_199_254_740_991],
    ['2.0', 2],
    ['1e3', 1000],
    ['2.5', 2.5],
    ['0.12345678901234567890', '0.12345678901234567890'],
    ['1e400', '1e400'],
    ['"7"', '7'],
    ['"a\\u0062"', 'ab'],
    ['[true,false,null,""]', [true, false, null, '']],
    [
      '{"a":[1,{"b":12345678901234567890}],"c":null}',
      { a: [1, { b: '12345678901234567890' }], c: null },
    ],
  ])('reads %s', (text, value) => {
    expect(parseLossless(text)).toEqual(value);
  });

  it('leaves out what is named, wherever it stands', () => {
    const without = new Set(['x']);
    expect(parseLossless('{"a":{"x":1,"b":[{"x":{"y":2}}]},"x":3}', { without })).toEqual({
      a: { b: [{}] },
    });
  });

  it.each<[unknown, unknown]>([
    [{ a: '{"b":[12345678901234567890],"x":1}' }, { a: { b: ['12345678901234567890'] } }],
    [
      { a: ' [{"a":"{}"}]', b: '[]' },
      { a: [{ a: {} }], b: '[]' },
    ],
    ['{"a":1}', { a: 1 }],
    [{ a: '[1' }, { a: '[1' }],
    [{ a: '7' }, { a: '7' }],
    ['text', 'text'],
  ])('reads what is a list or object from its text: %j', (sent, value) => {
    const reading = { without: new Set(['x']), structured: new Set(['', 'a']) };
    expect(parseLossless(JSON.stringify(sent), reading)).toEqual(value);
  });

  it('reads every number of 64 bits as its digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n }), (number) => {
        expect(String(parseLossless(String(number)))).toBe(String(number));
      }),
    );
  });

  it('throws where JSON.parse does', () => {
    expect(() => parseLossless('{"a":')).toThrow(SyntaxError);
    expect(() => parseLossless('['.repeat(100_000) + ']'.repeat(100_000))).toThrow(RangeError);
  });
});
