import '../../support/silent-logs.ts';
import { expect, it } from 'vitest';

import type { IntegratorScope } from '../../../shared/domain/access/scope.ts';
import { secretPlace } from '../../../shared/http/integrator.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import { evaluationItem, newCenterWorld } from './center-world.ts';
import type { CenterWorld } from './center-world.ts';

/** A key as it was admitted before a key of the center had to be for the whole city. */
const oldKey = async ({ world, center }: CenterWorld, less: Partial<IntegratorScope>) => {
  const { integrators, keys } = world.stores;
  const known = await integrators.find(center.accessKey);
  const [accessKey, secret] = ['AKold', 'SKold'];
  const sealedSecret = await keys.encrypt(secret, secretPlace(accessKey));
  const scope = { ...known!.scope, ...less };
  await integrators.admit({ ...known!, accessKey, system: accessKey, scope, sealedSecret });
  return { accessKey, secret };
};

it.each<[string, Partial<IntegratorScope>]>([
  ['areas', { areas: ['330602', '330604'] }],
  ['departments', { departments: ['11330602XX90000018'] }],
  ['numberPrefixes', { numberPrefixes: ['330602'] }],
])('a key of the center that is for some %s only brings nothing in', async (member, less) => {
  const given = await newCenterWorld();
  const key = await oldKey(given, less);
  const { projectNo, world } = given;
  const writes = world.stores.memory.writes();
  const body = { targetId: projectNo, evaluationItemModel: evaluationItem() };
  const reply = await given.call('evaluation.sync', body, key);
  expect(outcomeOf(reply)).toBe('403 outside_scope_of_key');
  expect(bodyOf<{ detail: string }>(reply).detail).toContain(`(${member})`);
  expect(world.stores.memory.writes()).toBe(writes);
});
