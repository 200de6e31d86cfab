import { WARNINGS } from '../../warnings.table.ts';
import type { FlowFunction } from '../flow-function.ts';
import { countedBy } from './counted-by.ts';
import type { OnCall } from './on-call.ts';

/** Single messages fail because a number is wrong; more at once mean that something else is. */
const MANY = 10;

export const addMessageAlarms = (send: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(send, 'Failed', {
    metric: countedBy(send, 'MessagesFailed'),
    reaches: MANY,
    ...WARNINGS.messagesFailed,
  });
};
