/** Admission of integrators, and every act that two persons decide. */
import type { LoopBase } from '../loop-base.ts';

export const addAccess = (flow: LoopBase): void => {
  const { table, rootKeys, claims, recounts } = flow;
  const items = [
    table.may('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
    table.query('list'),
  ];
  flow.add('access/staff', ...items, ...rootKeys, recounts.send(), claims);
};
