import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

import { WARNINGS } from '../warnings.table.ts';
import { METRICS_NAMESPACE } from './flow-function.ts';
import type { FlowFunction } from './flow-function.ts';
import { ALARM_PERIOD } from './on-call.ts';
import type { OnCall } from './on-call.ts';

const countedBy = ({ service }: FlowFunction, metricName: string): Metric =>
  new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { service },
    statistic: 'Maximum',
    period: ALARM_PERIOD,
  });

/** Four sweeps; what is due for longer was looked at by none of them, or to no avail. */
const BEHIND = Duration.minutes(20);

/** What the hourly watch counts by the tickets themselves. All are meant to be 0, always. */
export const ringForDeadlines = (watch: FlowFunction, onCall: OnCall): void => {
  onCall.ring(watch, 'Missed', {
    metric: countedBy(watch, 'MissedEscalations'),
    reaches: 1,
    ...WARNINGS.escalationsMissed,
  });
  onCall.ring(watch, 'Behind', {
    metric: countedBy(watch, 'OldestDueSeconds'),
    reaches: BEHIND.toSeconds(),
    ...WARNINGS.deadlinesBehind,
  });
  onCall.ring(watch, 'PendingCalendar', {
    metric: countedBy(watch, 'TicketsPendingCalendar'),
    reaches: 1,
    ...WARNINGS.calendarPending,
  });
};

export const ringForWebhooks = (deliver: FlowFunction, onCall: OnCall): void => {
  onCall.ring(deliver, 'WebhooksGivenUp', {
    metric: countedBy(deliver, 'WebhooksGivenUp'),
    reaches: 1,
    ...WARNINGS.webhooksGivenUp,
  });
};
