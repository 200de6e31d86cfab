import { describe, expect, it } from 'vitest';

import { operations } from '../../../events/contract.table.ts';
import { callsOfDay } from '../../bench/calls.table.ts';
import { countColdStarts } from '../../bench/cold-starts.ts';

describe('the model of cold starts', () => {
  it('knows every function that answers a call', () => {
    const answering = new Set(operations.map(({ to }) => to));
    expect(new Set(callsOfDay.map(({ to }) => to))).toEqual(answering);
  });

  it('finds each of few calls cold, and of many only the first', () => {
    expect(countColdStarts(0.2)).toBe(0.2);
    expect(countColdStarts(1)).toBe(1);
    expect(countColdStarts(2)).toBeCloseTo(1.96, 2);
    expect(countColdStarts(6_000)).toBeCloseTo(1, 6);
  });

  it('never finds more in one function than in its verbs', () => {
    for (const calls of [1, 5, 40, 400]) {
      expect(countColdStarts(2 * calls)).toBeLessThanOrEqual(2 * countColdStarts(calls));
    }
  });
});
