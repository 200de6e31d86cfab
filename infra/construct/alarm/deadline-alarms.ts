import { Duration } from 'aws-cdk-lib';

import { WARNINGS } from '../../warnings.table.ts';
import type { FlowFunction } from '../flow-function.ts';
import { countedBy } from './counted-by.ts';
import type { OnCall } from './on-call.ts';

/** Four sweeps: an entry that is due for longer was not processed, or processed without success. */
const BEHIND = Duration.minutes(20);

/**
 * Adds the alarms on the hourly watch, which counts from the tickets themselves. The target of all
 * counts is always 0.
 */
export const addDeadlineAlarms = (watch: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(watch, 'Missed', {
    metric: countedBy(watch, 'MissedEscalations'),
    reaches: 1,
    ...WARNINGS.escalationsMissed,
  });
  onCall.alarm(watch, 'Behind', {
    metric: countedBy(watch, 'OldestDueSeconds'),
    reaches: BEHIND.toSeconds(),
    ...WARNINGS.deadlinesBehind,
  });
  onCall.alarm(watch, 'PendingCalendar', {
    metric: countedBy(watch, 'TicketsPendingCalendar'),
    reaches: 1,
    ...WARNINGS.calendarPending,
  });
};

export const addWebhookAlarms = (deliver: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(deliver, 'WebhooksGivenUp', {
    metric: countedBy(deliver, 'WebhooksGivenUp'),
    reaches: 1,
    ...WARNINGS.webhooksGivenUp,
  });
};
