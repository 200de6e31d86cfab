import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addNumbers,
  canonicalNumber,
  compareNumbers,
  subtractNumbers,
} from '../../../infra/local/engine/expression/value/decimal.ts';
import { numberBytes } from '../../../infra/local/engine/table/key/key-bytes.ts';

/** A number as `digits × 10^exponent`, and its text in one of many notations. */
const decimal = fc
  .record({
    digits: fc.oneof(
      fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }),
      fc.bigInt({ min: -99n, max: 99n }),
    ),
    exponent: fc.integer({ min: -80, max: 80 }),
    notation: fc.constantFrom('E', 'e'),
    plus: fc.boolean(),
  })
  .map(({ digits, exponent, notation, plus }) => ({
    digits,
    exponent,
    text: `${plus && digits >= 0n ? '+' : ''}${digits}${notation}${exponent}`,
  }));

const SHIFT = 400n;
const scaled = ({ digits, exponent }: { digits: bigint; exponent: number }) =>
  digits * 10n ** (SHIFT + BigInt(exponent));
const sign = (value: bigint | number) => (value > 0 ? 1 : value < 0 ? -1 : 0);
/** The exact value of a plain number text on the same scale. */
const scaledText = (text: string) => {
  const [, minus, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const value = BigInt(whole + fraction) * 10n ** (SHIFT - BigInt(fraction.length));
  return minus === '-' ? -value : value;
};

const attempt = (work: () => string) => {
  try {
    return scaledText(work());
  } catch (fault) {
    return (fault as Error).message;
  }
};
const fits = (value: bigint) => value.toString().replace('-', '').replace(/0+$/, '').length <= 38;

describe('numbers', () => {
  test('keep their exact value in canonical form', () => {
    fc.assert(
      fc.property(decimal, (one) => {
        expect(scaledText(canonicalNumber(one.text))).toBe(scaled(one));
        expect(canonicalNumber(canonicalNumber(one.text))).toBe(canonicalNumber(one.text));
      }),
      { numRuns: 500 },
    );
  });

  test('compare, and sort as key bytes, by value', () => {
    fc.assert(
      fc.property(decimal, decimal, (one, other) => {
        const [left, right] = [canonicalNumber(one.text), canonicalNumber(other.text)];
        const expected = sign(scaled(one) - scaled(other));
        expect(sign(compareNumbers(left, right))).toBe(expected);
        expect(Buffer.compare(numberBytes(left), numberBytes(right))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('sort as key bytes by value when one goes on where the other ends', () => {
    const digits = fc.bigInt({ min: -(10n ** 36n) + 1n, max: 10n ** 36n - 1n });
    fc.assert(
      fc.property(digits, fc.integer({ min: -99, max: 99 }), (short, more) => {
        const long = { digits: short * 100n + BigInt(more), exponent: -2 };
        const texts = [`${short}`, `${long.digits}e-2`].map(canonicalNumber);
        const [left = Buffer.of(), right = Buffer.of()] = texts.map(numberBytes);
        const expected = sign(scaled({ digits: short, exponent: 0 }) - scaled(long));
        expect(Buffer.compare(left, right)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('add and subtract exactly, or not at all', () => {
    const overflow = expect.stringMatching(/^Number overflow/);
    fc.assert(
      fc.property(decimal, decimal, (one, other) => {
        const [left, right] = [canonicalNumber(one.text), canonicalNumber(other.text)];
        const [sum, difference] = [scaled(one) + scaled(other), scaled(one) - scaled(other)];
        expect(attempt(() => addNumbers(left, right))).toEqual(fits(sum) ? sum : overflow);
        expect(attempt(() => subtractNumbers(left, right))).toEqual(
          fits(difference) ? difference : overflow,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
