import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

import { METRICS_NAMESPACE } from '../flow-function.ts';
import type { FlowFunction } from '../flow-function.ts';
import { ALARM_PERIOD } from './on-call.ts';

const metricOf = (
  { service }: FlowFunction,
  metricName: string,
  statistic: 'Maximum' | 'Sum',
): Metric =>
  new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { service },
    statistic,
    period: ALARM_PERIOD,
  });

/** Returns the maximum of a metric that a function publishes: how many there are. */
export const countedBy = (of: FlowFunction, metricName: string): Metric =>
  metricOf(of, metricName, 'Maximum');

/** Returns the sum of a metric that a function publishes for each one: how many happened. */
export const summedBy = (of: FlowFunction, metricName: string): Metric =>
  metricOf(of, metricName, 'Sum');
