/** The month as a workbook, a document, a page to print. */
import type { LoopBase } from '../loop-base.ts';

export const addBulletins = (flow: LoopBase): void => {
  flow.add('bulletin/staff', flow.table.may('BatchGetItem', 'GetItem', 'Query'), flow.claims);
};
