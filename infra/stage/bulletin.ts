/** The monthly bulletin as a workbook, a document or a printable page. */
import type { LoopBase } from '../loop-base.ts';

export const addBulletins = (flow: LoopBase): void => {
  flow.add('bulletin/staff', flow.table.may('BatchGetItem', 'GetItem', 'Query'), flow.claims);
};
