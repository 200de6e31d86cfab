import { now } from '../../shared/clock.ts';
import type { Env, KeyEnv } from '../../shared/env.ts';
import { createTable } from '../../shared/store/clients.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { pressStore } from '../../shared/store/pad/press-store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { createIntegratorDeps } from '../access/integrator-deps.ts';
import { createRatingKeys } from '../rating/proof/key-deps.ts';
import type { CaseDeps } from './receive-event.ts';

/** Builds the dependencies of every function that receives or shows cases. */
export const createCaseDeps = (config: Env<typeof KeyEnv>): CaseDeps => {
  const table = createTable(config);
  return {
    ...createIntegratorDeps(config),
    ...createRatingKeys(table, config),
    places: createPlaces(table, now),
    ratings: ratingStore(table),
    registers: registerStore(table),
    tickets: ticketStore(table),
    presses: pressStore(table),
    rulebook: createRulebook(table, now),
  };
};
