import type { Call } from '../engine-core.ts';
import type { UnitKind } from './capacity.ts';

export const CONSUMED_DETAILS = ['INDEXES', 'TOTAL', 'NONE'] as const;

export type ConsumedDetail = (typeof CONSUMED_DETAILS)[number] | undefined;

/** Returns the `ConsumedCapacity` of an operation on one table, if it was requested. */
export const reportConsumed = ({ meter }: Call, detail: ConsumedDetail): object => {
  if (detail === undefined || detail === 'NONE') return {};
  const [ConsumedCapacity] = meter.report(detail);
  return ConsumedCapacity === undefined ? {} : { ConsumedCapacity };
};

/** Returns the list form of batches and transactions, one entry per table. */
export const consumedList = ({ meter }: Call, detail: ConsumedDetail, kind?: UnitKind): object =>
  detail === undefined || detail === 'NONE' ? {} : { ConsumedCapacity: meter.report(detail, kind) };
