import { Duration } from 'aws-cdk-lib';

import { WARNINGS } from '../warnings.table.ts';
import { countedBy } from './counted-by.ts';
import type { FlowFunction } from './flow-function.ts';
import type { OnCall } from './on-call.ts';

/** Four sweeps; what is due for longer was looked at by none of them, or to no avail. */
const BEHIND = Duration.minutes(20);

/** What the hourly watch counts by the tickets themselves. All are meant to be 0, always. */
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
