import type { FakeStores } from '../../fake/stores.ts';
import { entrances } from '../../function/handlers.ts';
import type { Key } from '../../function/request.ts';
import { newWorld } from '../../function/world.ts';
import { serveEntrances } from '../../support/served-entrances.ts';

export interface ServedWorld {
  readonly url: string;
  readonly key: Key;
  /** Reports cases of another district only. */
  readonly narrow: Key;
  readonly stores: FakeStores;
  readonly now: () => number;
  stop(): Promise<void>;
}

/** The functions over fakes, served, with one integrator. */
export const serveWorld = async (): Promise<ServedWorld> => {
  const world = newWorld();
  const key = await world.integrator();
  const narrow = await world.integrator(['cases'], { areas: ['330604'] });
  const served = await serveEntrances(entrances(world.stores, world.clock.now), world.clock.now);
  return {
    url: served.url,
    key,
    narrow,
    stores: world.stores,
    now: () => Date.parse(world.clock.now()),
    stop: () => served.stop(),
  };
};
