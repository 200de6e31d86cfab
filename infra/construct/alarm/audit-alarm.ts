import { WARNINGS } from '../../warnings.table.ts';
import type { FlowFunction } from '../flow-function.ts';
import { countedBy } from './counted-by.ts';
import type { OnCall } from './on-call.ts';

/** Adds the alarm on the open breaks, counted every night. The target is always 0. */
export const addAuditAlarm = (verify: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(verify, 'AuditBreaksOpen', {
    metric: countedBy(verify, 'AuditBreaksOpen'),
    reaches: 1,
    ...WARNINGS.auditBroken,
  });
};
