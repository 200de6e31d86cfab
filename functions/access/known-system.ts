import type { IntegratorRight } from '../../shared/domain/access/integrator.ts';
import { reachOfScope } from '../../shared/domain/access/scope.ts';
import { widenedBy } from '../../shared/domain/access/widening.ts';
import type { KeyBeside } from '../../shared/domain/access/widening.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import { everyItem } from '../../shared/port/page.ts';

/** A system that has a key already. */
export interface KnownSystem {
  readonly system: string;
  /** Its active keys. */
  readonly keys: readonly Integrator[];
  /** The areas of those keys and of the one that was named. */
  readonly areas: readonly string[];
}

const isCenter = (may: readonly IntegratorRight[]): boolean => may.includes('center');

/** A system is the provincial center or it is none: a later key cannot make it both. */
const refuseBoth = ({ may }: Integrator, next: readonly IntegratorRight[]): void => {
  if (isCenter(may) === isCenter(next)) return;
  throw new Problem('invalid_input', { errors: [{ path: '/may', problem: 'center_alone' }] });
};

/** Returns every key that a system ever had, by name. */
export const keysOf = async (
  system: string,
  integrators: IntegratorStore,
): Promise<readonly Integrator[]> => {
  const only = (one: Integrator): boolean => one.system === system;
  const keys: Integrator[] = [];
  for await (const key of everyItem((page) => integrators.listed({ ...page, only })))
    keys.push(key);
  return keys;
};

export const activeKeys = async (
  system: string,
  integrators: IntegratorStore,
): Promise<readonly Integrator[]> =>
  (await keysOf(system, integrators)).filter(({ state }) => state === 'active');

/** Returns where a new key goes beyond each of these. */
export const besideKeys = (
  keys: readonly Integrator[],
  next: Pick<Integrator, 'may' | 'scope'>,
): readonly KeyBeside[] =>
  keys.map((key) => ({ accessKey: key.accessKey, widens: widenedBy(key, next) }));

/** Returns the system of a key that the person reaches, for another key with these rights. */
export const knownSystem = async (
  accessKey: string,
  { may, staff }: { readonly may: readonly IntegratorRight[]; readonly staff: Staff },
  integrators: IntegratorStore,
): Promise<KnownSystem> => {
  const named = await integrators.find(accessKey);
  if (named === undefined) throw new Problem('integrator_unknown');
  requireKnown(staff, reachOfScope(named.scope, cityCode), 'integrator_unknown');
  refuseBoth(named, may);
  const { system } = named;
  const keys = await activeKeys(system, integrators);
  return { system, keys, areas: [named, ...keys].flatMap(({ scope }) => scope.areas) };
};
