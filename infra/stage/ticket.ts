/** Tickets: handlers see the bad ratings of their department and act on them. */
import type { LoopBase } from '../loop-base.ts';

export const addTickets = (flow: LoopBase): void => {
  const { table, keys, claims, evidence } = flow;
  const own = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
  flow.add('ticket/staff', ...own, ...keys, evidence.get(), evidence.tellMissing(), claims);
};
