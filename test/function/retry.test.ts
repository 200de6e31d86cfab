import { describe, expect, it, vi } from 'vitest';

import { retry, retryFaults } from '../../shared/retry.ts';

const exhausted = () => new Error('all lost');

const passing = (fault: unknown): boolean => fault instanceof RangeError;

const recorder = () => {
  const waits: number[] = [];
  return { waits, pause: async (ms: number) => void waits.push(ms) };
};

describe('work that may come to nothing', () => {
  it('is asked until it answers, with a wait behind each that did not', async () => {
    const { waits, pause } = recorder();
    const work = vi.fn(async (attempt: number) => (attempt === 2 ? 'won' : undefined));
    const how = { tries: 5, waitMs: (attempt: number) => 10 * 2 ** attempt, pause, exhausted };
    expect(await retry(work, how)).toBe('won');
    expect(work.mock.calls).toEqual([[0], [1], [2]]);
    expect(waits).toEqual([10, 20]);
  });

  it('is given up after so many tries, with no wait behind the last', async () => {
    const { waits, pause } = recorder();
    const work = vi.fn(async () => undefined);
    const how = { tries: 3, waitMs: () => 1, pause, exhausted };
    await expect(retry(work, how)).rejects.toThrow('all lost');
    expect(work).toHaveBeenCalledTimes(3);
    expect(waits).toEqual([1, 1]);
  });

  it('is not asked again after a fault', async () => {
    const work = vi.fn(() => Promise.reject(new Error('broken')));
    await expect(retry(work, { tries: 3, exhausted })).rejects.toThrow('broken');
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('work that may fail for a passing reason', () => {
  it('is done again, and may answer nothing', async () => {
    const { waits, pause } = recorder();
    const faults = [new RangeError('1'), new RangeError('2')];
    const work = vi.fn(async () => {
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
    });
    const how = { tries: 4, waitMs: (attempt: number) => attempt + 1, pause, passing };
    expect(await retryFaults(work, how)).toBeUndefined();
    expect(work).toHaveBeenCalledTimes(3);
    expect(waits).toEqual([1, 2]);
  });

  it('fails with its last fault, and at once for any other', async () => {
    const { waits, pause } = recorder();
    let count = 0;
    const work = async () => {
      count += 1;
      throw count < 5 ? new RangeError(`${count}`) : new TypeError(`${count}`);
    };
    await expect(retryFaults(work, { tries: 3, waitMs: () => 1, pause, passing })).rejects.toThrow(
      '3',
    );
    expect(waits).toEqual([1, 1]);
    await expect(retryFaults(work, { tries: 9, passing })).rejects.toThrow(TypeError);
    expect(count).toBe(5);
  });
});
