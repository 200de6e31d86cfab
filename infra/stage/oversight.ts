/** Promised cases by their light, pads by their signs of life, and what was rated of what should be. */
import type { LoopBase } from '../loop-base.ts';

export const addOversight = (flow: LoopBase): void => {
  const { table, claims } = flow;
  const items = table.may('GetItem', 'PutItem', 'Query');
  flow.add('oversight/staff', items, table.query('list'), claims);
};
