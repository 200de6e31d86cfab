import { describe, expect, it } from 'vitest';

import { isAllowedTogether } from '../../../shared/domain/access/integrator.ts';
import { outsideOfScope, reachOfScope } from '../../../shared/domain/access/scope.ts';
import type { IntegratorScope } from '../../../shared/domain/access/scope.ts';
import { creditCode } from '../../support/case-facts.ts';

const scope: IntegratorScope = {
  areas: ['330602', '330604'],
  departments: [creditCode],
  channels: ['qr'],
  numberPrefixes: ['330602', '330604'],
};
const known = { projectNo: '330602261120000000017', area: '330602', creditCode };

describe('a case of an integrator', () => {
  it.each([
    ['within every member', scope, known, undefined],
    ['of a town of its area', scope, { ...known, area: '330602001' }, undefined],
    ['of another county', scope, { ...known, area: '330603' }, 'areas'],
    ['of the city itself', scope, { ...known, area: '330600' }, 'areas'],
    [
      'of any county, for a key of the whole city',
      { ...scope, areas: ['330600'] },
      known,
      undefined,
    ],
    ['for a key without areas', { ...scope, areas: [] }, known, 'areas'],
    ['of another department', scope, { ...known, creditCode: '11330602MB00000099' }, 'departments'],
    ['for a key of no department', { ...scope, departments: [] }, known, 'departments'],
    ['for a key of all departments', { ...scope, departments: 'all' }, known, undefined],
    [
      'with a number of another system',
      scope,
      { ...known, projectNo: '330699261120000000017' },
      'numberPrefixes',
    ],
    ['for a key without beginnings of numbers', { ...scope, numberPrefixes: [] }, known, undefined],
  ] as const)('%s', (_which, of, one, outside) => {
    expect(outsideOfScope(of, one)).toBe(outside);
  });
});

it.each([
  [['330602'], '330602'],
  [['330602', '330602'], '330602'],
  [['330602', '330603'], '330600'],
  [[], '330600'],
] as const)('a key for %j needs somebody of %s', (areas, reach) => {
  expect(reachOfScope({ ...scope, areas }, '330600')).toBe(reach);
});

it.each([
  [['cases', 'invitations', 'portal'], true],
  [['center'], true],
  [['center', 'cases'], false],
] as const)('the rights %j may stand together: %s', (rights, allowed) => {
  expect(isAllowedTogether(rights)).toBe(allowed);
});
