import '../../../support/silent-logs.ts';
import { expect, it } from 'vitest';

import { approvalOf } from '../../approval-calls.ts';
import { hallEntries, proposeRegister, saveRegister } from '../../oversight/register-sample.ts';
import { bodyOf, newWorld, people } from '../../world.ts';
import type { World } from '../../world.ts';

interface Shown {
  readonly difference?: { readonly removed: unknown; readonly changed: unknown };
}

const shown = async (world: World, id: string) =>
  bodyOf<Shown>(await world.call('GET /v1/approvals/{id}', { as: people.admin, path: { id } }));

it('who confirms a list sees what it takes away, changes and adds', async () => {
  const world = newWorld();
  await saveRegister(world, 'halls', hallEntries);
  const [county, , mashan] = hallEntries;
  const next = [{ ...county, windows: ['A04'] }, mashan, { ...mashan, code: '330602-H4' }];
  const id = approvalOf(await proposeRegister(world, 'halls', next));
  expect((await shown(world, id)).difference).toEqual({
    removed: [hallEntries[1]],
    changed: [{ before: county, after: { ...county, windows: ['A04'] } }],
    added: [{ ...mashan, code: '330602-H4' }],
    more: 0,
  });
});

it('a first list is compared with what was in force before it', async () => {
  const world = newWorld();
  const id = approvalOf(await proposeRegister(world, 'halls', hallEntries));
  expect((await shown(world, id)).difference).toMatchObject({
    removed: [],
    added: hallEntries,
  });
});

it('of another act there is none', async () => {
  const world = newWorld();
  const body = { hall: '330602-H1', window: 'A03' };
  const id = approvalOf(await world.call('POST /v1/pads', { as: people.hallAdmin, body }));
  expect(await shown(world, id)).not.toHaveProperty('difference');
});
