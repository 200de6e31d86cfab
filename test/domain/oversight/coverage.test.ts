import { describe, expect, it } from 'vitest';

import { coverageLines, coverageOf, isCovered } from '../../../shared/domain/oversight/coverage.ts';
import {
  hallLevels,
  ratableNouns,
  registerNouns,
} from '../../../shared/domain/oversight/register.ts';
import { at } from '../time/shanghai.ts';

const since = at('2026-01-01 00:00');
const before = at('2025-12-31 23:59');

const register = [
  { code: 'b', name: '乙' },
  { code: 'a', name: '甲' },
];

describe('coverage', () => {
  it('puts register and sightings side by side, by code', () => {
    const met = [
      { id: 'c', name: '丙', lastRatedAt: since },
      { id: 'a', name: '甲（旧名）', lastFinishedAt: before },
    ];
    expect(coverageLines(register, met)).toEqual([
      { code: 'a', name: '甲', listed: true, finishedAt: before, ratedAt: undefined },
      { code: 'b', name: '乙', listed: true, finishedAt: undefined, ratedAt: undefined },
      { code: 'c', name: '丙', listed: false, finishedAt: undefined, ratedAt: since },
    ]);
  });

  it('counts what was rated from the very moment on, and of the register only', () => {
    const lines = coverageLines(register, [
      { id: 'a', lastRatedAt: since },
      { id: 'b', lastRatedAt: before },
      { id: 'c', lastRatedAt: since },
    ]);
    expect(coverageOf(lines, since)).toEqual({
      rate: { numerator: 1, denominator: 2, value: 0.5 },
      unlisted: 1,
      lastRatedAt: since,
    });
  });

  it('was last rated when any line was, not only the first', () => {
    const line = { name: '甲', listed: true };
    const ratedAt = [undefined, before, since, before];
    const lines = ratedAt.map((moment, index) => ({ ...line, code: `${index}`, ratedAt: moment }));
    expect(coverageOf(lines, since).lastRatedAt).toBe(since);
  });

  it.each([
    [since, true],
    [before, false],
    [undefined, false],
  ])('counts a line rated at %s: %s', (ratedAt, covered) => {
    expect(isCovered({ code: 'a', listed: true, ratedAt }, since)).toBe(covered);
  });

  it('has a register of each kind, and halls of each level', () => {
    expect(ratableNouns).toEqual(['departments', 'matters', 'halls']);
    expect(registerNouns).toEqual([...ratableNouns, 'systems', 'areas', 'indicators']);
    expect(hallLevels).toEqual(['city', 'county', 'town', 'village']);
  });

  it('rounds the share to six digits', () => {
    const lines = ['a', 'b', 'c'].map((code, index) => ({
      code,
      listed: true,
      ratedAt: index < 2 ? since : undefined,
    }));
    expect(coverageOf(lines, since).rate).toEqual({
      numerator: 2,
      denominator: 3,
      value: 0.666667,
    });
  });

  it('has no value without a register, and no last day without a rating', () => {
    expect(coverageOf(coverageLines([], [{ id: 'a', lastFinishedAt: since }]), since)).toEqual({
      rate: { numerator: 0, denominator: 0, value: null },
      unlisted: 1,
      lastRatedAt: undefined,
    });
  });
});
