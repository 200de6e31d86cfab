/** Invitations, ratings and their progress; a bad rating opens its ticket in the same write. */
import type { LoopBase } from '../loop-base.ts';

export const addRatings = (flow: LoopBase): void => {
  const { table, keys, claims, publicUrl } = flow;
  flow.add('rating/integrator', table.may('GetItem', 'PutItem'), ...keys, publicUrl);
  // What comes after a rating is kept and counted.
  const resident = table.may('GetItem', 'PutItem', 'UpdateItem', 'Query');
  flow.add('rating/submit', resident, ...keys);
  flow.add('rating/public', resident, ...keys);
  flow.add('rating/page', resident, ...keys, flow.embedders, flow.operatorName, flow.operatorPhone);
  // Staff enter ratings by telephone or on paper; a second person confirms them.
  const entries = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
  flow.add('rating/staff', ...entries, ...keys, flow.messageChannel, claims);
};
