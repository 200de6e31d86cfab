/** Public data: the published figures, and how each is computed. */
import type { LoopBase } from '../loop-base.ts';

export const addPublic = (flow: LoopBase): void => {
  const reads = flow.table.may('BatchGetItem', 'GetItem', 'Query');
  flow.add('public/public', reads, flow.embedders);
};
