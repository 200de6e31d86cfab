import { now } from '../../shared/clock.ts';
import type { Env, StaffEnv } from '../../shared/env.ts';
import { createTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { policyStore } from '../../shared/store/policy/store.ts';
import { dayRecords } from '../../shared/store/reconciliation/day-records.ts';

/** Builds the dependencies that read figures, and the source records for a recount. */
export const createFiguresDeps = (config: Env<typeof StaffEnv>) => {
  const table = createTable(config);
  return {
    now,
    figures: figureStore(table),
    registers: registerStore(table),
    places: createPlaces(table, now),
    rulebook: createRulebook(table, now),
    records: dayRecords(table),
    policies: policyStore(table),
  };
};
