import type { Call } from '../engine-core.ts';
import type { UnitKind } from './capacity.ts';

export const CONSUMED_DETAILS = ['INDEXES', 'TOTAL', 'NONE'] as const;

export type ConsumedDetail = (typeof CONSUMED_DETAILS)[number] | undefined;

/** `ConsumedCapacity` of an operation on one table, when asked for. */
export const reportConsumed = ({ meter }: Call, detail: ConsumedDetail): object => {
  if (detail === undefined || detail === 'NONE') return {};
  const [ConsumedCapacity] = meter.report(detail);
  return ConsumedCapacity === undefined ? {} : { ConsumedCapacity };
};

/** The list form, one entry per table, of batches and transactions. */
export const consumedList = ({ meter }: Call, detail: ConsumedDetail, kind?: UnitKind): object =>
  detail === undefined || detail === 'NONE' ? {} : { ConsumedCapacity: meter.report(detail, kind) };
