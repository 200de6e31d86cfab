import { describe, expect, it } from 'vitest';

import { isEnded, isOpen } from '../../../shared/domain/pad/refused.ts';
import { isSettledBy } from '../../../shared/domain/pad/settled.ts';
import { at } from '../../fake/clock.ts';

const signed = { by: 'u1', confirmedBy: 'u2', at: at('2026-11-20T09:30:00+08:00') };
const settled = { ...signed, note: '无法核实' };
const takenUp = { ...signed, projectNo: '330602261120000000017', serviceNumber: 1 };
const code = 'unknown_indicator';

describe('a refused rating', () => {
  it('has ended when two persons took it up or settled it', () => {
    expect([isEnded({}), isEnded({ takenUp }), isEnded({ settled })]).toEqual([false, true, true]);
  });

  it('is open for a person until it has ended, unless its contact was rated before', () => {
    const all = [{ code }, { code, takenUp }, { code, settled }, { code: 'already_rated' }];
    expect(all.map((one) => isOpen(one))).toEqual([true, false, false, false]);
  });
});

describe('a settlement', () => {
  it.each([
    ['another person', { by: 'u3' }],
    ['another second person', { confirmedBy: 'u3' }],
    ['another note', { note: '' }],
  ])('is not repeated by %s', (_what, change) => {
    expect(isSettledBy(settled, settled)).toBe(true);
    expect(isSettledBy(settled, { ...settled, ...change })).toBe(false);
    expect(isSettledBy(undefined, settled)).toBe(false);
  });
});
