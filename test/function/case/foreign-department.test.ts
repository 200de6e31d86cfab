import { describe, expect, it } from 'vitest';

import type { IntegratorScope } from '../../../shared/domain/access/scope.ts';
import { makeCreditCode } from '../../../shared/domain/number/identifier.ts';
import { friday } from '../../contract/suite/sample.ts';
import { acceptedEvent, creditCode, made, nextProjectNo } from '../../support/case-facts.ts';
import { storeRegister } from '../../support/store-register.ts';
import { bodyOf, fridayMorning, newWorld } from '../world.ts';

const foreign = made(makeCreditCode('11330604MB1TE5T01'));

interface Batch {
  readonly items: readonly { outcome: string; problem?: { code: string; errors: object[] } }[];
}

interface Given {
  /** The areas whose registers list the department of 330604. */
  readonly listedIn: readonly string[];
  readonly serves?: readonly string[];
  readonly scope?: Partial<IntegratorScope>;
}

const reported = async ({ listedIn, serves, scope }: Given): Promise<Batch['items'][number]> => {
  const world = newWorld();
  const key = await world.integrator(['cases'], { areas: ['330602'], ...scope });
  for (const area of new Set(['330602', ...listedIn])) {
    const own = area === '330602' ? [{ code: creditCode, name: '越城区测试局' }] : [];
    const entry = { code: foreign, name: '上虞区测试局', ...(serves && { serves }) };
    const entries = [...own, ...(listedIn.includes(area) ? [entry] : [])];
    const signed = { by: 'u-1', confirmedBy: 'u-2', at: friday };
    const register = { noun: 'departments', area, entries, version: 1, ...signed } as const;
    await storeRegister(world.stores.registers, register);
  }
  const event = acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning });
  const department = { creditCode: foreign, name: '假局' };
  const events = [{ ...event, header: { ...event.header, department } }];
  const reply = await world.call('POST /v1/cases', { by: key, body: { events } });
  return bodyOf<Batch>(reply).items[0] ?? { outcome: 'none' };
};

const refused = {
  outcome: 'refused',
  problem: {
    code: 'outside_scope_of_key',
    errors: [{ path: '/header/department/creditCode', problem: 'outside_scope_of_key' }],
  },
};

describe('a case of a department that the area of its key does not list', () => {
  it.each<[string, Given, object]>([
    ['is refused when another area lists it', { listedIn: ['330604'] }, refused],
    [
      'is refused when the key names it',
      { listedIn: ['330604'], scope: { departments: [foreign] } },
      refused,
    ],
    ['is stored when no area lists it', { listedIn: [] }, { outcome: 'stored' }],
    ['is stored when the city lists it', { listedIn: ['330600'] }, { outcome: 'stored' }],
    [
      'is stored when its area says that it serves this one',
      { listedIn: ['330604'], serves: ['330602'] },
      { outcome: 'stored' },
    ],
    [
      'is stored from a key of both areas',
      { listedIn: ['330604'], scope: { areas: ['330602', '330604'] } },
      { outcome: 'stored' },
    ],
    [
      'is stored from a key of the city',
      { listedIn: ['330604'], scope: { areas: ['330600'] } },
      { outcome: 'stored' },
    ],
  ])('%s', async (_what, given, expected) => {
    expect(await reported(given)).toMatchObject(expected);
  });
});
