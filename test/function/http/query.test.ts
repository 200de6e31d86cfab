import { describe, expect, it } from 'vitest';

import { operations } from '../../../events/contract.table.ts';
import type { Operation } from '../../../events/contract.ts';
import { callOf } from '../../../events/roles.table.ts';
import { staffRoles } from '../../../shared/domain/access/staff-role.ts';
import { creditCode } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { newWorld, outcomeOf } from '../world.ts';

/** Pages for people: other sites lengthen their addresses, and a page is shown all the same. */
const isPage = ({ on }: Operation): boolean => !on.includes(' /v1/');

const namesOf = ({ parameters = [] }: Operation): readonly string[] =>
  parameters.filter(({ in: where }) => where === 'query').map(({ name }) => name);

const all: readonly Operation[] = operations;

const asking = all.filter((row) => namesOf(row).length > 0 && !isPage(row));

const world = newWorld();

const everybody: Person = {
  id: 'u-all',
  roles: staffRoles,
  area: '330600',
  department: creditCode,
};

const paths: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  noun: { noun: 'matters' },
  period: { period: '2026-10', format: 'html' },
};

const pathOf = (row: Operation): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...Object.values(paths).filter((path) => row.on.includes(Object.keys(path)[0]!)),
  );

const csv = { raw: 'code,name\nM-1,出生登记\n', headers: { 'content-type': 'text/csv' } };

const sentTo = ({ on }: Operation) => {
  if (on.startsWith('GET ')) return {};
  return on.endsWith('/file') ? csv : { body: { entries: [] } };
};

const call = (row: Operation, query: Readonly<Record<string, string>>) => {
  const as = row.audience === 'staff' && callOf(row.on) ? { as: everybody } : {};
  return world.call(row.on, { ...as, ...sentTo(row), path: pathOf(row), query });
};

describe.each(asking.map((row) => [row.on, row] as const))('%s', (_on, row) => {
  it('refuses a parameter that it does not have, and names those that it has', async () => {
    const reply = await call(row, { vew: 'all' });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    const { errors } = reply.body as { errors: { allowed: string[] }[] };
    expect(errors[0]).toMatchObject({ path: '/vew', problem: 'unknown_parameter' });
    expect(errors[0]?.allowed.toSorted()).toEqual(namesOf(row).toSorted());
  });
});

const ofArea = asking.filter((row) => namesOf(row).includes('area'));

describe.each(ofArea.map((row) => [row.on, row] as const))('%s', (_on, row) => {
  it('refuses an area that the city does not have', async () => {
    const unlisted = row.on.startsWith('PUT ') ? '422 area_unlisted' : '404 area_unknown';
    expect(outcomeOf(await call(row, { area: '330699' }))).toBe(unlisted);
    expect(outcomeOf(await call(row, { area: '330699001' }))).not.toBe('200');
  });

  it('takes an area that the city lists, and a code of old for the city', async () => {
    for (const area of ['330602', '330601']) {
      expect(outcomeOf(await call(row, { area }))).not.toMatch(/area_un/u);
    }
  });
});

it.each(['/v1/figures', '/v1/figures/recount'] as const)(
  'GET %s refuses the scope of an area that the city does not have',
  async (path) => {
    const days = { from: '2026-11-01', to: '2026-11-02' };
    const query = { scope: 'area:330699', ...days };
    expect(outcomeOf(await world.call(`GET ${path}`, { as: everybody, query }))).toBe(
      '404 area_unknown',
    );
  },
);
