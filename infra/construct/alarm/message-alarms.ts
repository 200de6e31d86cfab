import { WARNINGS } from '../../warnings.table.ts';
import type { FlowFunction } from '../flow-function.ts';
import { summedBy } from './counted-by.ts';
import type { OnCall } from './on-call.ts';

/** Single messages fail because a number is wrong; more at once mean that something else is. */
const MANY = 10;

/** Adds the alarms on what was sent: refused by the gateway, and never answered in any attempt. */
export const addSendingAlarms = (send: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(send, 'Failed', {
    metric: summedBy(send, 'MessagesFailed'),
    reaches: MANY,
    ...WARNINGS.messagesFailed,
  });
  onCall.alarm(send, 'Unanswered', {
    metric: summedBy(send, 'MessagesUnanswered'),
    reaches: 1,
    ...WARNINGS.messagesUnanswered,
  });
};

/** Adds the alarm on what the receipts of the gateway say. */
export const addReceiptAlarms = (receipts: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(receipts, 'Undelivered', {
    metric: summedBy(receipts, 'MessagesUndelivered'),
    reaches: MANY,
    ...WARNINGS.messagesUndelivered,
  });
};
