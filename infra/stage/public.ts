/** What anyone may read: the published figures, and how each is made. */
import type { LoopBase } from '../loop-base.ts';

export const addOpenData = (flow: LoopBase): void => {
  flow.add('public/public', flow.table.may('BatchGetItem', 'GetItem', 'Query'));
};
