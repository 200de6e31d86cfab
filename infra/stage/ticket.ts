/** Handlers see the bad ratings that are theirs to answer, and act. */
import type { LoopBase } from '../loop-base.ts';

export const addTickets = (flow: LoopBase): void => {
  const { table, keys, claims, evidence } = flow;
  const own = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
  flow.add('ticket/staff', ...own, ...keys, evidence.get(), evidence.tellMissing(), claims);
};
