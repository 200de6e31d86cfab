/** Oversight: promised cases by light, pads by their heartbeats, and the coverage of ratings. */
import type { LoopBase } from '../loop-base.ts';

export const addOversight = (flow: LoopBase): void => {
  const { table, claims } = flow;
  const items = table.may('GetItem', 'PutItem', 'Query');
  flow.add('oversight/staff', items, table.query('list'), claims);
};
