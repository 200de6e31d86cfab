import { mapConcurrent } from '../../shared/concurrency.ts';
import { connectionOf } from '../../shared/domain/oversight/connection.ts';
import type { Connection } from '../../shared/domain/oversight/connection.ts';
import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';
import { everyItem } from '../../shared/port/page.ts';

export interface ConnectionDeps {
  readonly registers: Pick<RegisterStore, 'find'>;
  readonly integrators: Pick<IntegratorStore, 'listed'>;
}

/** Registers that are read concurrently. */
const width = 8;

/** Returns the active keys of every system. */
export const activeKeys = async (
  integrators: ConnectionDeps['integrators'],
): Promise<readonly Integrator[]> => {
  const all: Integrator[] = [];
  for await (const key of everyItem((page) => integrators.listed(page))) {
    if (key.state === 'active') all.push(key);
  }
  return all;
};

/** 自建系统对接情况: compares the registers of systems of these areas with the active keys. */
export const summarizeConnection = async (
  areas: readonly string[],
  { registers, integrators }: ConnectionDeps,
): Promise<Connection> => {
  const [found, keys] = await Promise.all([
    mapConcurrent(areas, width, (area) => registers.find({ noun: 'systems', area })),
    activeKeys(integrators),
  ]);
  return connectionOf(
    found.flatMap((register) => register ?? []),
    areas,
    keys,
  );
};
