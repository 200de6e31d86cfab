import { describe, expect, it } from 'vitest';

import {
  afterFailure,
  afterRecovery,
  backOffMs,
  isOpen,
  isProbe,
  wellSince,
} from '../../../shared/domain/exchange/center-health.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const [early, now] = [at('2026-11-20T09:00:00+08:00'), at('2026-11-20T10:00:00+08:00')];

const fail = (failures: number, chance = 1) =>
  afterFailure({ ...wellSince, failures, version: 4 }, { at: now, why: 'no_answer', chance });

describe('the health of the center', () => {
  it('begins well', () => {
    expect(wellSince).toEqual({ failures: 0, version: 0 });
    expect(isOpen(wellSince, now)).toBe(false);
    expect(isProbe({ failures: 2, version: 1 })).toBe(false);
  });

  it('remembers since when, and why at last', () => {
    expect(fail(0)).toEqual({ failures: 1, since: now, why: 'no_answer', version: 5 });
    const known = { failures: 1, since: early, why: 'garbage', version: 1 };
    expect(afterFailure(known, { at: now, why: 'no_answer', chance: 0 })).toMatchObject({
      since: early,
      why: 'no_answer',
    });
  });

  it.each([
    [2, 2],
    [3, 4],
    [4, 8],
    [6, 30],
  ])('after %i failures more, the way is closed for %i minutes', (before, minutes) => {
    expect(fail(before).openUntil).toBe(new Date(Date.parse(now) + minutes * 60_000).toISOString());
  });

  it('spreads what failed together over half of the wait, but waits a minute at least', () => {
    expect([0, 0.5, 1].map((chance) => backOffMs(3, chance) / 60_000)).toEqual([4, 6, 8]);
    expect(backOffMs(0, 0)).toBe(60_000);
    expect(backOffMs(2, 1 / 3)).toBe(160_000);
  });
});

const afterFailures = (count: number) => {
  let health = wellSince;
  for (let n = 0; n < count; n += 1)
    health = afterFailure(health, { at: now, why: 'no_answer', chance: 0 });
  return health;
};

describe('the health of the center after silences in a row', () => {
  it('closes the way after the third silence in a row, not before', () => {
    expect(isOpen(afterFailures(2), now)).toBe(false);
    const closed = afterFailures(3);
    expect(isOpen(closed, now)).toBe(true);
    expect(isProbe(closed)).toBe(true);
    expect(isOpen(closed, addMs(now, 60_000))).toBe(false);
    expect(closed.since).toBe(now);
  });

  it('waits from one minute to half an hour, and spreads out', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 50].map((n) => backOffMs(n, 1) / 60_000);
    expect(minutes).toEqual([2, 4, 8, 16, 30, 30, 30]);
    for (const n of [1, 2, 3, 4, 5, 50]) {
      expect(backOffMs(n, 0)).toBeGreaterThanOrEqual(60_000);
      expect(backOffMs(n, 0)).toBeLessThanOrEqual(backOffMs(n, 1));
    }
  });

  it('is well again with one answer, and then nothing is noted', () => {
    expect(afterRecovery(afterFailures(4))).toEqual({ failures: 0, version: 5 });
    expect(afterRecovery(wellSince)).toBeUndefined();
  });
});
