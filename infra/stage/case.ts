/** Receives case events from self-built systems, by call or as an import file. */
import type { LoopBase } from '../loop-base.ts';

export const addCases = (flow: LoopBase): void => {
  const { table, keys } = flow;
  flow.add('case/receive', table.may('GetItem', 'PutItem'), ...keys);
  flow.add('case/integrator', table.may('GetItem', 'PutItem', 'Query'), ...keys);
  flow.add('case/public');
};
