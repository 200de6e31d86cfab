import { describe, expect, it } from 'vitest';

import {
  integratorRights,
  integratorStates,
  isAllowedTogether,
  isOfWholeCity,
} from '../../../shared/domain/access/integrator.ts';
import type { IntegratorRight } from '../../../shared/domain/access/integrator.ts';
import { reachesArea, staffRoles } from '../../../shared/domain/access/staff-role.ts';

describe('how far the access of staff reaches', () => {
  it.each([
    ['the city', '330600', '330602', true],
    ['the city', '330600', '330683101', true],
    ['the city', '330600', '330600', true],
    ['the city', '330600', '330702', false],
    ['a district', '330602', '330602', true],
    ['a district', '330602', '330602005', true],
    ['a district', '330602', '330600', false],
    ['a district', '330602', '330603', false],
    ['a town', '330602005', '330602005', true],
    ['a town', '330602005', '330602', false],
    ['a town whose code ends like that of a city', '330602100', '330602005', false],
    ['a place of the city that is not all of it', '330600101', '330602', false],
    ['what is no area, although it ends like a city', 'x330600', 'x330602', false],
  ])('%s (%s) to %s: %s', (_who, own, area, reaches) => {
    expect(reachesArea(own, area)).toBe(reaches);
  });
});

it('the keys of other systems have these rights and states', () => {
  expect(integratorRights).toEqual(['cases', 'invitations', 'portal', 'messages', 'center']);
  expect(integratorStates).toEqual(['active', 'revoked']);
});

it.each<[readonly IntegratorRight[], boolean]>([
  [['center'], true],
  [['cases', 'invitations', 'portal'], true],
  [['center', 'cases'], false],
  [['invitations', 'center'], false],
  [['portal', 'messages', 'center'], false],
])('one key has the rights %j: %s', (rights, isAllowed) => {
  expect(isAllowedTogether(rights)).toBe(isAllowed);
});

it('a key of the gateway or of the center acts for the whole city, no other does', () => {
  expect(integratorRights.filter((right) => isOfWholeCity([right]))).toEqual([
    'messages',
    'center',
  ]);
  expect(isOfWholeCity(['cases', 'messages'])).toBe(true);
  expect(isOfWholeCity([])).toBe(false);
});

it('the roles are those of the city’s login', () => {
  expect(staffRoles).toEqual([
    'handler',
    'supervisor',
    'reviewer',
    'hall_admin',
    'clerk',
    'hotline_operator',
    'system_admin',
    'auditor',
  ]);
});
