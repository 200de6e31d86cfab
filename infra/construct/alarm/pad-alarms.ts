/** The metrics that `pad/watch` publishes every five minutes and their alarms. */
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';

import { WARNINGS } from '../../warnings.table.ts';
import type { FlowFunction } from '../flow-function.ts';
import { countedBy } from './counted-by.ts';
import { ALARM_PERIOD } from './on-call.ts';
import type { OnCall } from './on-call.ts';

const SHARE_SILENT = 0.1;
const AN_HOUR = 12;

/**
 * A single silent pad is left to its hall, which sees it in its list; the alarm needs a tenth of
 * all pads. Halls are open from 09:00 to 17:00 Shanghai time, 01:00 to 09:00 UTC, Monday to Friday.
 * On a public holiday this alarm is a false one, as RUNBOOK.md says.
 */
const SILENT_IN_OFFICE_HOURS =
  'IF(HOUR(silent) >= 1 AND HOUR(silent) < 9 AND DAY(silent) <= 5 AND enrolled > 0, silent / enrolled, 0)';

export const addPadAlarms = (watch: FlowFunction, onCall: OnCall): void => {
  const toPadMetric = (metricName: string): Metric => countedBy(watch, metricName);
  onCall.alarm(watch, 'PadsSilent', {
    metric: new MathExpression({
      label: 'share of pads that are silent in office hours',
      expression: SILENT_IN_OFFICE_HOURS,
      usingMetrics: { silent: toPadMetric('PadsSilent'), enrolled: toPadMetric('PadsEnrolled') },
      period: ALARM_PERIOD,
    }),
    reaches: SHARE_SILENT,
    times: 3,
    ...WARNINGS.padsSilent,
  });
  onCall.alarm(watch, 'RatingsMissing', {
    metric: toPadMetric('PadRatingsMissing'),
    reaches: 1,
    // A pad sends missing ratings after its next heartbeat; after an hour they will not arrive by
    // themselves.
    times: AN_HOUR,
    ...WARNINGS.padRatingsMissing,
  });
  onCall.alarm(watch, 'PressesOpen', {
    metric: toPadMetric('PressesOpen'),
    reaches: 1,
    ...WARNINGS.pressesOpen,
  });
  onCall.alarm(watch, 'RefusedOpen', {
    metric: toPadMetric('RefusedOpen'),
    reaches: 1,
    ...WARNINGS.refusedRatingsOpen,
  });
};
