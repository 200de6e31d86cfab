import '../../support/silent-logs.ts';
import { expect, it } from 'vitest';

import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { newWorld } from '../world.ts';

/** Where it is told that the bad rating of a case of this area opened a ticket. */
const boxesFor = async (area: string): Promise<readonly string[]> => {
  const world = newWorld();
  const by = await world.integrator();
  const projectNo = nextProjectNo();
  const { header, ...event } = acceptedEvent({ projectNo, at: world.clock.now() });
  const events = [{ ...event, header: { ...header, area } }];
  await world.call('POST /v1/cases', { by, body: { events } });
  const token = await world.token(by, projectNo);
  await world.call('POST /v1/ratings', {
    body: { token, level: 'very_dissatisfied', text: '等了九天' },
  });
  return world.stores.notices
    .all()
    .filter(({ type }) => type === 'ticket_opened')
    .map(({ box }) => box.kind);
};

it('a bad rating in an area that the city does not list is told to the city', async () => {
  expect(await boxesFor('330602')).toEqual(['department']);
  expect((await boxesFor('330699')).toSorted()).toEqual(['city', 'department', 'supervisor']);
});
