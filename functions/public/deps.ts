import { now } from '../../shared/clock.ts';
import type { Env, TableEnv } from '../../shared/env.ts';
import { createTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import type { ScoresDeps } from './scores.ts';

export const createPublicDeps = (config: Env<typeof TableEnv>): ScoresDeps => {
  const table = createTable(config);
  return {
    now,
    figures: figureStore(table),
    registers: registerStore(table),
    places: createPlaces(table, now),
    rulebook: createRulebook(table, now),
  };
};
