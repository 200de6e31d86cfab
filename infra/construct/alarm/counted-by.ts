import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

import { METRICS_NAMESPACE } from '../flow-function.ts';
import type { FlowFunction } from '../flow-function.ts';
import { ALARM_PERIOD } from './on-call.ts';

/** Returns the maximum of a metric that a function publishes. */
export const countedBy = ({ service }: FlowFunction, metricName: string): Metric =>
  new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { service },
    statistic: 'Maximum',
    period: ALARM_PERIOD,
  });
