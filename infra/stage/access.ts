/** Admission of integrators. */
import type { LoopBase } from '../loop-base.ts';

export const addAccess = (flow: LoopBase): void => {
  const { table, rootKeys, claims } = flow;
  const admitted = [table.may('GetItem', 'UpdateItem'), table.query('list')];
  flow.add('access/staff', ...admitted, ...rootKeys, claims);
};
