/**
 * The city's rules: proposed, tested against the open tickets, and activated by a second person.
 */
import type { LoopBase } from '../loop-base.ts';

export const addPolicies = (flow: LoopBase): void => {
  const { table, claims } = flow;
  const rules = table.may('BatchGetItem', 'GetItem', 'PutItem', 'Query');
  flow.add('policy/staff', rules, table.query('list'), claims);
};
