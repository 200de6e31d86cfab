/** What those who oversee an area look at: promises, coverage, pads. */
import type { LoopGround } from '../loop-ground.ts';

/** Promised cases by their light, pads by their signs of life, and what was rated of what should be. */
export const oversight = (flow: LoopGround): void => {
  const { table, claims } = flow;
  flow.add('oversight/cases', table.may('GetItem', 'Query'), table.query('list'), claims);
  flow.add('oversight/pads', table.may('GetItem', 'Query'), table.query('list'), claims);
  flow.add('oversight/register', table.may('GetItem', 'PutItem', 'Query'), claims);
  flow.add('oversight/coverage', table.may('GetItem', 'Query'), claims);
};
