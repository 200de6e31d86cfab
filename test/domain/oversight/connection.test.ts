import { describe, expect, it } from 'vitest';

import type { IntegratorScope } from '../../../shared/domain/access/scope.ts';
import { connectionOf } from '../../../shared/domain/oversight/connection.ts';
import type { ActiveKey } from '../../../shared/domain/oversight/connection.ts';

const scope = (...areas: readonly string[]): IntegratorScope => ({
  areas,
  departments: 'all',
  channels: [],
  numberPrefixes: [],
});

const key = (system: string, areas = ['330602'], may: ActiveKey['may'] = ['cases']): ActiveKey => ({
  system,
  may,
  scope: scope(...areas),
});

const register = {
  area: '330602',
  entries: [
    { code: 's1', name: '甲', system: 'AK1' },
    { code: 's2', name: '乙', system: 'AK2' },
    { code: 's3', name: '丙' },
  ],
};

describe('the connection of self-built systems', () => {
  it('is the share of the listed ones that have an active key', () => {
    const { rate, notConnected } = connectionOf([register], ['330602'], [key('AK1'), key('AK1')]);
    expect(rate).toEqual({ numerator: 1, denominator: 3, value: 0.333333 });
    expect(notConnected).toEqual([
      { area: '330602', code: 's2', name: '乙' },
      { area: '330602', code: 's3', name: '丙' },
    ]);
  });

  it('connects a system by any of its keys, whatever others have', () => {
    const keys = [key('AK2', ['330683']), key('AK1'), key('AK2')];
    const { rate, notConnected } = connectionOf([register], ['330602'], keys);
    expect(rate.numerator).toBe(2);
    expect(notConnected).toEqual([{ area: '330602', code: 's3', name: '丙' }]);
  });

  it('connects a system of an area by a key for its cases that names the area', () => {
    const two = { ...register, entries: register.entries.slice(0, 1) };
    const connected = (one: ActiveKey, area = '330602') =>
      connectionOf([{ ...two, area }], [area], [one]).rate.numerator;
    expect(connected(key('AK1', ['330602', '330683']))).toBe(1);
    expect(connected(key('AK1', ['330683']))).toBe(0);
    expect(connected(key('AK1', ['330600']))).toBe(0);
    expect(connected(key('AK1', ['330602'], ['messages', 'portal']))).toBe(0);
    expect(connected(key('AK1', ['330683']), '330600')).toBe(1);
    expect(connected(key('AK1', ['330600'], ['messages']), '330600')).toBe(0);
  });

  it('counts what has a key for these areas and is on no register, once for a system', () => {
    const keys = [key('AK1'), key('AK8'), key('AK8'), key('AK9', ['330683'])];
    expect(connectionOf([register], ['330602'], keys).unlisted).toBe(1);
    expect(connectionOf([], ['330602'], keys).unlisted).toBe(2);
  });

  it('shows a system of several areas to the city, and the center to nobody', () => {
    const keys = [key('AK7', ['330602', '330683']), key('AK6', ['330600'], ['center'])];
    expect(connectionOf([], ['330602'], keys).unlisted).toBe(0);
    expect(connectionOf([], ['330600', '330602'], keys).unlisted).toBe(1);
  });

  it('has no value without a register', () => {
    expect(connectionOf([], ['330602'], [key('AK1')])).toEqual({
      rate: { numerator: 0, denominator: 0, value: null },
      unlisted: 1,
      notConnected: [],
    });
  });
});
