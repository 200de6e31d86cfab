import { now } from '../../shared/clock.ts';
import type { Env, KeyEnv } from '../../shared/env.ts';
import { createTable } from '../../shared/store/clients.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { createIntegratorDeps } from '../access/integrator-deps.ts';
import type { CorrectionDeps } from './correct.ts';
import type { CaseDeps } from './receive-event.ts';

/** Builds the dependencies of every function that receives or shows cases. */
export const createCaseDeps = (config: Env<typeof KeyEnv>): CaseDeps => {
  const table = createTable(config);
  return {
    ...createIntegratorDeps(config),
    places: createPlaces(table, now),
    rulebook: createRulebook(table, now),
  };
};

/** A correction also asks whether the case was rated. */
export const createCorrectionDeps = (config: Env<typeof KeyEnv>): CorrectionDeps => ({
  ...createCaseDeps(config),
  ratings: ratingStore(createTable(config)),
});
