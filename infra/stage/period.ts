/**
 * Monthly reports: built, submitted by a second person, and answered by the center; staff read
 * every edition.
 */
import type { LoopBase } from '../loop-base.ts';

export const addPeriods = (flow: LoopBase): void => {
  const { table, keys, claims, center } = flow;
  const editions = table.may('BatchGetItem', 'GetItem', 'PutItem', 'Query');
  flow.add('period/staff', editions, table.query('list'), ...keys, center, claims);
};
