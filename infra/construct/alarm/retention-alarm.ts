import { WARNINGS } from '../../warnings.table.ts';
import type { FlowFunction } from '../flow-function.ts';
import { countedBy } from './counted-by.ts';
import type { OnCall } from './on-call.ts';

/** Adds the alarm on cases that were due and could not be erased. The target is always 0. */
export const addRetentionAlarm = (retention: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(retention, 'CasesNotErased', {
    metric: countedBy(retention, 'CasesNotErased'),
    reaches: 1,
    ...WARNINGS.casesNotErased,
  });
};
