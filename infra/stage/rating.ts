/** A resident is invited, rates, and follows the rating; a bad one opens its ticket in that write. */
import type { LoopBase } from '../loop-base.ts';

export const addRatings = (flow: LoopBase): void => {
  const { table, keys, claims, publicUrl } = flow;
  flow.add('rating/integrator', table.may('GetItem', 'PutItem'), ...keys, publicUrl);
  flow.add('rating/submit', table.may('GetItem', 'PutItem'), ...keys);
  flow.add('rating/public', table.may('GetItem', 'PutItem'), ...keys);
  // Staff write down what came by telephone or on paper; a second person confirms it.
  const entries = [table.may('GetItem', 'PutItem'), table.query('list')];
  flow.add('rating/staff', ...entries, ...keys, claims);
};
