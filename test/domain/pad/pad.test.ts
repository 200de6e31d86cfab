import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addSequences, missingSequences } from '../../../shared/domain/pad/pad.ts';
import type { Ranges } from '../../../shared/domain/pad/pad.ts';

const sequences = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

const numbersIn = (ranges: Ranges): readonly number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));

const ascending = (numbers: Iterable<number>): readonly number[] =>
  [...new Set(numbers)].toSorted((a, b) => a - b);

describe('received sequence numbers', () => {
  it('are a set, whatever the batches, repeats and order', () => {
    fc.assert(
      fc.property(fc.array(sequences, { maxLength: 6 }), (batches) => {
        const received = batches.reduce<Ranges>(addSequences, []);
        expect(numbersIn(received)).toEqual(ascending(batches.flat()));
      }),
    );
  });

  it('stay in the fewest ranges: none touches the next', () => {
    fc.assert(
      fc.property(sequences, (numbers) => {
        const received = addSequences([], numbers);
        const touching = received.filter(
          ([from], index) => from <= (received[index - 1]?.[1] ?? -1) + 1,
        );
        expect(touching).toEqual([]);
      }),
    );
  });

  it('and the missing ones make up every number to the highest, without overlap', () => {
    fc.assert(
      fc.property(sequences, (numbers) => {
        const received = addSequences([], numbers);
        const missing = numbersIn(missingSequences(received));
        const highest = Math.max(0, ...numbers);
        const all = Array.from({ length: highest }, (_, index) => index + 1);
        expect(ascending([...missing, ...numbers])).toEqual(all);
        expect(missing.filter((n) => numbers.includes(n))).toEqual([]);
      }),
    );
  });

  it('leave what was given untouched', () => {
    const before: Ranges = [[1, 2]];
    expect(addSequences(before, [3])).toEqual([[1, 3]]);
    expect(before).toEqual([[1, 2]]);
  });
});
