/** What `pad/watch` publishes every five minutes, and when it is worth waking somebody. */
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';

import { WARNINGS } from '../warnings.table.ts';
import { countedBy } from './counted-by.ts';
import type { FlowFunction } from './flow-function.ts';
import { ALARM_PERIOD } from './on-call.ts';
import type { OnCall } from './on-call.ts';

const SHARE_SILENT = 0.1;
const AN_HOUR = 12;

/**
 * One silent pad is the hall's business and stands in its list; a tenth of all pads is ours. Halls
 * are open from 09:00 to 17:00 Shanghai time, 01:00 to 09:00 UTC, Monday to Friday; on a public
 * holiday this rings once for nothing, which RUNBOOK.md says.
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
    // A pad sends what is missing with its next heartbeat; an hour later it is not on its way.
    times: AN_HOUR,
    ...WARNINGS.padRatingsMissing,
  });
};
