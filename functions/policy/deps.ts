import { now } from '../../shared/clock.ts';
import type { Env, StaffEnv } from '../../shared/env.ts';
import { createTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { policyStore } from '../../shared/store/policy/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { createProposeDeps } from '../access/propose-deps.ts';
import type { DryRunDeps } from './dry-run.ts';

export const createPolicyDeps = (config: Env<typeof StaffEnv>): DryRunDeps => {
  const table = createTable(config);
  return {
    ...createProposeDeps(table),
    policies: policyStore(table),
    tickets: ticketStore(table),
    figures: figureStore(table),
    places: createPlaces(table, now),
  };
};
