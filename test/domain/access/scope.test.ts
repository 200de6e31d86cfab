import { describe, expect, it } from 'vitest';

import {
  factOutsideScope,
  memberBelowCity,
  reachOfScope,
  scopeMembers,
} from '../../../shared/domain/access/scope.ts';
import type { IntegratorScope, ScopedCall } from '../../../shared/domain/access/scope.ts';

const own = '11330602MB1A2B3C46';

const scope: IntegratorScope = {
  areas: ['330602', '330681'],
  departments: [own],
  channels: ['qr', 'sms'],
  numberPrefixes: ['330602', '33068126'],
};

describe('what a key may be used for', () => {
  it.each<[string, Partial<IntegratorScope>, string | undefined]>([
    ['everything', {}, undefined],
    ['the city and more', { areas: ['330602', '330600'] }, undefined],
    ['areas', { areas: ['330602', '330603'] }, 'areas'],
    ['no area', { areas: [] }, 'areas'],
    ['departments', { departments: [own] }, 'departments'],
    ['numbers', { numberPrefixes: ['3306'] }, 'numberPrefixes'],
  ])('is below the city: %s', (_what, less, member) => {
    const whole = {
      areas: ['330600'],
      departments: 'all',
      channels: [],
      numberPrefixes: [],
    } as const;
    expect(memberBelowCity({ ...whole, ...less })).toBe(member);
  });

  it.each<[string, ScopedCall, string | undefined]>([
    ['nothing that is named', {}, undefined],
    ['a number with one of the beginnings', { projectNo: '330681260000000000017' }, undefined],
    ['a number with a beginning that is too short', { projectNo: '330681250000000' }, 'projectNo'],
    ['a number that contains a beginning later', { projectNo: '9330602' }, 'projectNo'],
    ['one of the areas', { area: '330681' }, undefined],
    ['a town of an area', { area: '330602003' }, undefined],
    ['another area', { area: '330604' }, 'area'],
    ['the city around the areas', { area: '330600' }, 'area'],
    ['its department', { creditCode: own }, undefined],
    ['another department', { creditCode: '11330602MB1TE5T01X' }, 'creditCode'],
    ['a hall of an area', { hall: '330602-H1' }, undefined],
    ['a hall of another area', { hall: '330604-H1' }, 'hall'],
    ['a hall whose code names no area', { hall: '999999-H1' }, undefined],
    ['a case within, met at a hall outside', { area: '330602', hall: '330604-H1' }, 'hall'],
    ['one of its channels', { channel: 'sms' }, undefined],
    ['another channel', { channel: 'portal' }, 'channel'],
    ['a case outside in two ways', { area: '330604', creditCode: 'x' }, 'area'],
  ])('%s', (_what, call, outside) => {
    expect(factOutsideScope(scope, call)).toBe(outside);
  });

  it.each<[string, Partial<IntegratorScope>, ScopedCall, string | undefined]>([
    ['every number without beginnings', { numberPrefixes: [] }, { projectNo: '9' }, undefined],
    ['every department', { departments: 'all' }, { creditCode: 'x' }, undefined],
    ['no department where none is listed', { departments: [] }, { creditCode: own }, 'creditCode'],
    ['no channel where none is listed', { channels: [] }, { channel: 'qr' }, 'channel'],
    ['no area where none is listed', { areas: [] }, { area: '330602' }, 'area'],
    ['every area for a key of the city', { areas: ['330600'] }, { area: '330683101' }, undefined],
    ['no area of another city', { areas: ['330600'] }, { area: '330702' }, 'area'],
  ])('%s', (_what, change, call, outside) => {
    expect(factOutsideScope({ ...scope, ...change }, call)).toBe(outside);
  });

  it('is told by the member of the scope, for each fact', () => {
    expect(scopeMembers).toEqual({
      projectNo: 'numberPrefixes',
      area: 'areas',
      creditCode: 'departments',
      hall: 'areas',
      channel: 'channels',
    });
  });
});

describe('the persons who admit a key reach', () => {
  it.each([
    [['330602'], '330602'],
    [['330602', '330602'], '330602'],
    [['330602', '330681'], '330600'],
    [['330600'], '330600'],
    [['330602', '330600'], '330600'],
    [[], '330600'],
  ])('for the areas %j: %s', (areas, reach) => {
    expect(reachOfScope({ areas }, '330600')).toBe(reach);
  });
});
