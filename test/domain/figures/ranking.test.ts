import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Rate } from '../../../shared/domain/figures/measure.ts';
import { byPlace, compareRates, placesOf } from '../../../shared/domain/figures/ranking.ts';

const rate = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  value: denominator > 0 ? numerator / denominator : null,
});

const ranks = (rates: readonly Rate[], best: 'high' | 'low' = 'high') =>
  placesOf(rates, best).map(({ rank }) => rank);

describe('places in a ranking', () => {
  it('are shared by equal rates, and the next one is as far down as there are better ones', () => {
    expect(ranks([rate(1, 2), rate(9, 10), rate(2, 4), rate(1, 10)])).toEqual([2, 1, 2, 4]);
    expect(ranks([rate(1, 2), rate(9, 10), rate(2, 4), rate(1, 10)], 'low')).toEqual([2, 4, 2, 1]);
  });

  it('are told by whole numbers, where rounded values would be equal', () => {
    const [a, b] = [rate(999_999, 1_000_000), rate(1_000_000, 1_000_001)];
    expect(a.value!.toFixed(6)).toBe(b.value!.toFixed(6));
    expect(ranks([a, b])).toEqual([2, 1]);
  });

  it('do not go to what could not be rated, which is not the last either', () => {
    expect(ranks([rate(0, 0), rate(0, 5), rate(5, 5)])).toEqual([null, 2, 1]);
    expect(ranks([])).toEqual([]);
    expect(ranks([rate(0, 0)])).toEqual([null]);
  });

  it('see no difference in the last binary digit of sums of scores', () => {
    expect(ranks([rate(0.1 + 0.2, 1), rate(0.3, 1)])).toEqual([1, 1]);
    const sum = (0.1 + 0.2) * 1000;
    expect(sum).not.toBe(300);
    expect(ranks([rate(300, 100), rate(sum, 100), rate(300.1, 100)])).toEqual([2, 2, 1]);
  });

  it('put the one over more ratings first among equals, and those without rank at the end', () => {
    const places = placesOf([rate(0, 0), rate(1, 1), rate(40, 40), rate(1, 2)], 'high');
    const shown = places.toSorted(byPlace).map(({ rate: { denominator } }) => denominator);
    expect(shown).toEqual([40, 1, 2, 0]);
  });

  const some = fc.record({
    numerator: fc.nat({ max: 1_000_000 }),
    denominator: fc.nat({ max: 1_000_000 }),
  });

  it('number one more than those that are better, for any rates', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), fc.boolean(), (given, isHigh) => {
        const rates = given.map(({ numerator, denominator }) => rate(numerator, denominator));
        const found = ranks(rates, isHigh ? 'high' : 'low');
        const wanted = given.map((one) => {
          if (one.denominator === 0) return null;
          const better = given.filter((other) => {
            const apart =
              BigInt(other.numerator) * BigInt(one.denominator) -
              BigInt(one.numerator) * BigInt(other.denominator);
            return other.denominator > 0 && (isHigh ? apart > 0n : apart < 0n);
          });
          return better.length + 1;
        });
        expect(found).toEqual(wanted);
      }),
    );
  });

  it('compare in one direction only', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [x, y] = [rate(a.numerator, a.denominator), rate(b.numerator, b.denominator)];
        expect(Math.sign(compareRates(x, y))).toBe(-Math.sign(compareRates(y, x)) + 0);
      }),
    );
  });
});
