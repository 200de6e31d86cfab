import { describe, expect, it } from 'vitest';

import { caseScopes, contactScopes, scopesOf } from '../../../shared/domain/figures/place.ts';
import { codeOfScope, partsOfScope, scopeIn } from '../../../shared/domain/figures/scope.ts';
import type { Scope } from '../../../shared/domain/figures/scope.ts';
import { deptA } from '../ticket/ticket-fixture.ts';

const place = { area: '330602003', creditCode: deptA, matterCode: 'M1' };

const named = (scopes: ReturnType<typeof scopesOf>): string =>
  scopes.map(({ kind, id }) => `${kind} ${id}`).join(', ');

describe('what is served somewhere', () => {
  const whole = `city 330600, area 330602, department 330602/${deptA}, matter 330602/M1`;

  it('counts as a whole for city and area, and there for department and matter', () => {
    expect(named(caseScopes(place))).toBe(whole);
    expect(named(scopesOf({ ...place, hall: 'H1' }))).toBe(`${whole}, hall H1`);
  });

  it.each([
    ['nowhere, by nobody', {}, ''],
    ['in a hall', { hall: 'H1' }, 'hall H1'],
    ['at a window of a hall', { hall: 'H1', window: '3' }, 'hall H1, window H1/3'],
    ['at a window of no known hall', { window: '3' }, ''],
    ['by staff of the department', { staffId: 'S1' }, `staff 330602/${deptA}/S1`],
  ])('and as a contact %s', (_what, more, scopes) => {
    expect(named(contactScopes({ ...place, ...more }))).toBe(scopes);
  });
});

describe('the name of a counter', () => {
  it.each<[Scope, string | undefined, string, string]>([
    [{ kind: 'department', id: `330602/${deptA}` }, '330602', deptA, deptA],
    [{ kind: 'department', id: deptA }, undefined, deptA, deptA],
    [{ kind: 'matter', id: '330602/M/1' }, '330602', 'M/1', 'M/1'],
    [{ kind: 'matter', id: 'M330602/1' }, undefined, 'M330602/1', 'M330602/1'],
    [{ kind: 'matter', id: '3/1' }, undefined, '3/1', '3/1'],
    [{ kind: 'matter', id: '330602/' }, undefined, '330602/', '330602/'],
    [{ kind: 'staff', id: `330602/${deptA}/S1` }, '330602', `${deptA}/S1`, deptA],
    [{ kind: 'staff', id: `${deptA}/S1/2` }, undefined, `${deptA}/S1/2`, deptA],
    [{ kind: 'hall', id: '330602/H1' }, undefined, '330602/H1', '330602/H1'],
  ])('%o says where it counts, and for whom', (scope, area, id, code) => {
    expect(partsOfScope(scope)).toEqual(area === undefined ? { id } : { area, id });
    expect(codeOfScope(scope)).toBe(code);
    const again = { kind: scope.kind, id };
    expect(area === undefined ? again : scopeIn(area, again)).toEqual(scope);
  });
});
