import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addSequences,
  areaOfHall,
  countOf,
  highestOf,
  isAtWindow,
  isSilent,
  missingSequences,
  padStates,
} from '../../../shared/domain/pad/pad.ts';
import type { Pad, Ranges } from '../../../shared/domain/pad/pad.ts';
import { at } from '../../fake/clock.ts';

const sequences = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

const numbersIn = (ranges: Ranges): readonly number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));

const ascending = (numbers: Iterable<number>): readonly number[] =>
  [...new Set(numbers)].toSorted((a, b) => a - b);

describe('what was served at a window', () => {
  const stood = { hall: '330602-H1', window: 'A03' };

  it('is where the pad stands only in the same hall and at the same window', () => {
    const served = [stood, { ...stood, hall: '330602-H2' }, { ...stood, window: 'A04' }, {}];
    expect(served.map((at) => isAtWindow(at, stood))).toEqual([true, false, false, false]);
  });
});

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

describe('the gaps', () => {
  it.each([
    [[], [], 0],
    [[[1, 5]], [], 0],
    [[[3, 5]], [[1, 2]], 2],
    [
      [
        [2, 2],
        [6, 9],
      ],
      [
        [1, 1],
        [3, 5],
      ],
      4,
    ],
  ] as readonly (readonly [Ranges, Ranges, number])[])(
    'of %j are %j: %i',
    (received, gaps, size) => {
      expect(missingSequences(received)).toEqual(gaps);
      expect(countOf(gaps)).toBe(size);
    },
  );
});

describe('the highest number received', () => {
  it('is 0 before the first', () => {
    expect(highestOf([])).toBe(0);
  });

  it('is the highest of all, whatever is missing below it', () => {
    fc.assert(
      fc.property(sequences, (numbers) => {
        expect(highestOf(addSequences([], numbers))).toBe(Math.max(0, ...numbers));
      }),
    );
  });
});

describe('a silent pad', () => {
  const seen = at('2026-11-20T09:30:00+08:00');
  const pad: Pad = {
    id: 'p1',
    hall: '330602001',
    window: 'A01',
    state: 'enrolled',
    received: [],
    lastSeenAt: seen,
    by: 'u-hall',
    confirmedBy: 'u-admin',
    at: seen,
    version: 1,
  };
  const { lastSeenAt: _seen, ...neverSeen } = pad;

  it.each([
    ['has not called for more than five minutes', pad, '2026-11-20T09:35:00.001+08:00', true],
    ['called five minutes ago', pad, '2026-11-20T09:35:00+08:00', false],
    ['has never called', neverSeen, '2026-11-20T09:30:00+08:00', true],
    ['is not enrolled yet', { ...neverSeen, state: 'waiting' }, '2026-11-21T09:30:00+08:00', false],
    ['was revoked', { ...pad, state: 'revoked' }, '2026-11-21T09:30:00+08:00', false],
  ] as const)('%s', (_what, one, now, silent) => {
    expect(isSilent(one, at(now))).toBe(silent);
  });

  it('is in one of three states', () => {
    expect(padStates).toEqual(['waiting', 'enrolled', 'revoked']);
  });

  it('stands in the area with which the code of its hall begins', () => {
    expect(areaOfHall('330602001')).toBe('330602');
  });
});
