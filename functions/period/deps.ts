import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { createTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { periodStore } from '../../shared/store/period/store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { createGateway } from '../exchange/gateway-deps.ts';
import type { envs } from './env.ts';

/** Builds the dependencies to build, read and send a monthly report. */
export const createPeriodDeps = (config: Env<typeof envs.staff>) => {
  const table = createTable(config);
  return {
    now,
    periods: periodStore(table),
    figures: figureStore(table),
    registers: registerStore(table),
    places: createPlaces(table, now),
    rulebook: createRulebook(table, now),
    gateway: createGateway(table, config),
  };
};
