/** A self-built system reports what happened in a case, call by call or as a file. */
import type { LoopBase } from '../loop-base.ts';

export const addCases = (flow: LoopBase): void => {
  const { table, keys } = flow;
  flow.add('case/receive', table.may('GetItem', 'PutItem'), ...keys);
  flow.add('case/integrator', table.may('GetItem', 'PutItem'), ...keys);
  flow.add('case/public');
};
