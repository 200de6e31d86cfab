import { describe, expect, it } from 'vitest';

import type { IntegratorRight } from '../../../shared/domain/access/integrator.ts';
import type { IntegratorScope } from '../../../shared/domain/access/scope.ts';
import { widenedBy } from '../../../shared/domain/access/widening.ts';

const scope: IntegratorScope = {
  areas: ['330602', '330681'],
  departments: ['D1', 'D2'],
  channels: ['qr', 'sms'],
  numberPrefixes: ['330602', '330681'],
};
const known = { may: ['cases', 'invitations'] as readonly IntegratorRight[], scope };

describe('a further key of a system goes beyond a known one', () => {
  it.each<[string, Partial<IntegratorScope>, readonly string[]]>([
    ['nowhere, when it says the same', {}, []],
    ['nowhere, in another order', { areas: ['330681', '330602'] }, []],
    ['nowhere, with less', { areas: ['330602'], departments: ['D1'], channels: [] }, []],
    ['nowhere, with longer beginnings', { numberPrefixes: ['33060226'] }, []],
    ['in its areas', { areas: ['330602', '330604'] }, ['areas']],
    ['in its areas, for the whole city', { areas: ['330600'] }, ['areas']],
    ['in its departments', { departments: ['D1', 'D3'] }, ['departments']],
    ['in its departments, for all', { departments: 'all' }, ['departments']],
    ['in its channels', { channels: ['qr', 'portal'] }, ['channels']],
    ['in its numbers, by a shorter beginning', { numberPrefixes: ['3306'] }, ['numberPrefixes']],
    [
      'in its numbers, by one more beginning',
      { numberPrefixes: ['330602', '9'] },
      ['numberPrefixes'],
    ],
    ['in its numbers, without any beginning', { numberPrefixes: [] }, ['numberPrefixes']],
    [
      'everywhere',
      { areas: ['330604'], departments: 'all', channels: ['app'], numberPrefixes: [] },
      ['areas', 'departments', 'channels', 'numberPrefixes'],
    ],
  ])('%s', (_how, change, members) => {
    expect(widenedBy(known, { ...known, scope: { ...scope, ...change } })).toEqual(members);
  });

  it('in its rights, and not with fewer of them', () => {
    expect(widenedBy(known, { ...known, may: ['cases', 'portal'] })).toEqual(['may']);
    expect(widenedBy(known, { ...known, may: ['invitations'] })).toEqual([]);
  });

  it('nowhere, when the known one may be used for everything', () => {
    const whole = { ...scope, areas: ['330600'], departments: 'all', numberPrefixes: [] } as const;
    expect(widenedBy({ ...known, scope: whole }, known)).toEqual([]);
    expect(widenedBy({ ...known, scope: whole }, { ...known, scope: whole })).toEqual([]);
  });
});
