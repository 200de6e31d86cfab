import { describe, expect, it } from 'vitest';

import { caseScopes, contactScopes, scopesOf } from '../../../shared/domain/figures/place.ts';
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
