/** Receives case events from self-built systems, by call or as an import file. */
import type { LoopBase } from '../loop-base.ts';

export const addCases = (flow: LoopBase): void => {
  const { table, keys } = flow;
  // A case event may bind what was pressed at its window without a token.
  const items = table.may('GetItem', 'PutItem', 'DeleteItem', 'Query');
  flow.add('case/receive', items, ...keys);
  flow.add('case/integrator', items, ...keys);
  flow.add('case/public');
};
