import { now } from '../../shared/clock.ts';
import type { Env, TableEnv } from '../../shared/env.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import type { OpenScoresDeps } from './scores.ts';

export const createPublicDeps = (config: Env<typeof TableEnv>): OpenScoresDeps => {
  const table = openTable(config);
  return { now, figures: figureStore(table), rulebook: rulebook(table, now) };
};
