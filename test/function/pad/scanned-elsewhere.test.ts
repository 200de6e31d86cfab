/** What a pad refused of a case of another area is decided by those who reach both. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { fridayMorning, outcomeOf, people } from '../world.ts';
import { collect, setUp } from './pad-bench.ts';

/** A pad in 330602 that refused what was pressed over the link of a case in that area. */
const refusedOf = async (area: string) => {
  const { world, integrator, pad } = await setUp();
  const projectNo = nextProjectNo();
  const event = acceptedEvent({ projectNo, at: fridayMorning });
  const events = [{ ...event, header: { ...event.header, area } }];
  await world.call('POST /v1/cases', { by: integrator, body: { events }, nonce: projectNo });
  const token = await world.token(integrator, projectNo);
  await collect(world, pad, { sequence: 2, token, level: 'very_dissatisfied', ratedAt: 'x' });
  const [refused] = [...world.stores.pads.refused.values()];
  const { sequence, mark } = refused ?? { sequence: -1, mark: '' };
  return async (act: 'settle' | 'take-up', as: Person): Promise<string> => {
    const more = act === 'settle' ? { note: '无法核实' } : { reason: '核对，经核对属实' };
    const path = { padId: pad.accessKey };
    const body = { sequence, mark, ...more };
    const call = { as, path, body, nonce: randomUUID() };
    return outcomeOf(await world.call(`POST /v1/pads/{padId}/${act}`, call));
  };
};

const county: Person = { ...people.admin, area: '330602' };

describe.each(['settle', 'take-up'] as const)('to %s what a pad refused', (act) => {
  it('of a case of another area needs the reach of the city', async () => {
    const decide = await refusedOf('330603');
    expect(await decide(act, county)).toBe('404 out_of_scope');
    expect(await decide(act, people.admin)).toBe('202');
  });

  it('of a case of its own area needs the reach of that area', async () => {
    const decide = await refusedOf('330602');
    expect(await decide(act, county)).toBe('202');
  });
});
