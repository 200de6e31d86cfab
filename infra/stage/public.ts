/** Public data: the published figures, and how each is computed. */
import type { LoopBase } from '../loop-base.ts';

export const addPublic = (flow: LoopBase): void => {
  flow.add('public/public', flow.table.may('BatchGetItem', 'GetItem', 'Query'));
};
