/** How events reach a function: the change stream, a queue, or the clock. */
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import {
  CfnFunction,
  EventSourceMapping,
  FilterCriteria,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';

import type { DeadLetters } from './dead-letters.ts';
import { METRICS_NAMESPACE } from './flow-function.ts';
import type { FlowFunction } from './flow-function.ts';
import type { LoopTable } from './loop-table.ts';
import { ALARM_PERIOD } from './on-call.ts';
import type { OnCall, Warning } from './on-call.ts';
import type { WorkQueue } from './work-queue.ts';

export interface ChangeSource {
  readonly table: LoopTable;
  /** Which changes wake the function: any that one of these Lambda event filters fits. */
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  /** Where the whereabouts of a change go that could not be handled. */
  readonly failures: DeadLetters;
  readonly onCall: OnCall;
  readonly late: Warning;
  /** The most changes of one invocation; default 50. */
  readonly batchSize?: number;
  /** How long changes may wait for company; default not at all. */
  readonly maxBatchingWindow?: Duration;
  /**
   * Invocations come per shard and span of time, and are told the shard (`event.shardId`); the
   * function answers with a `state`, or has failed.
   */
  readonly tumblingWindow?: Duration;
  /** How often a change is tried before it is set aside; default 10. */
  readonly retryAttempts?: number;
}

/** Retries: minutes, well inside the 24 h that a stream keeps, so that the change can be read back. */
const GIVE_UP_ON_A_CHANGE_AFTER = 10;
/**
 * A change that grows older than 24 h leaves the stream, and Lambda tells nobody. Given up before that,
 * it is named in the failure queue, and can be read back for an hour.
 */
const OLDEST_CHANGE = Duration.hours(23);
const CHANGES_LATE = Duration.minutes(5);

/** Changes of the table, in order per partition key; a bad record is isolated and set aside. */
export const followChanges = (consumer: FlowFunction, source: ChangeSource): EventSourceMapping => {
  source.onCall.alarm(consumer, 'ChangesLate', {
    metric: consumer.metric('IteratorAge', 'Maximum'),
    reaches: CHANGES_LATE.toMilliseconds(),
    ...source.late,
  });
  return new EventSourceMapping(consumer, 'Changes', {
    target: consumer.lambda,
    eventSourceArn: source.table.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: source.batchSize ?? 50,
    ...(source.maxBatchingWindow && { maxBatchingWindow: source.maxBatchingWindow }),
    ...(source.tumblingWindow && {
      tumblingWindow: source.tumblingWindow,
      parallelizationFactor: 1,
    }),
    bisectBatchOnError: true,
    retryAttempts: source.retryAttempts ?? GIVE_UP_ON_A_CHANGE_AFTER,
    maxRecordAge: OLDEST_CHANGE,
    reportBatchItemFailures: true,
    filters: source.filters.map((filter) => FilterCriteria.filter(filter)),
    onFailure: { bind: () => ({ destination: source.failures.queue.queueArn }) },
  });
};

export interface QueueSource {
  readonly source: WorkQueue;
  readonly onCall: OnCall;
}

/**
 * The catalogue line of `shared/telemetry.ts` for a message that no retry can help. Such a message is
 * acknowledged and never reaches the dead letters, so the alarm counts the log line.
 */
export const REFUSED_FOR_GOOD = 'record refused for good';

const alarmOnRefusal = (consumer: FlowFunction, { onCall, source }: QueueSource): void => {
  const metric = new MetricFilter(consumer, 'Refused', {
    logGroup: consumer.log,
    filterPattern: FilterPattern.literal(`"${REFUSED_FOR_GOOD}"`),
    metricNamespace: METRICS_NAMESPACE,
    metricName: `${consumer.service}-refused`,
  }).metric({ period: ALARM_PERIOD, statistic: 'Sum' });
  onCall.alarm(consumer, 'RefusedForGood', { metric, reaches: 1, ...source.refused });
};

/** Messages of a queue; a message that fails does not take its batch with it. */
export const consumeQueue = (consumer: FlowFunction, props: QueueSource): EventSourceMapping => {
  alarmOnRefusal(consumer, props);
  return new EventSourceMapping(consumer, 'Messages', {
    target: consumer.lambda,
    eventSourceArn: props.source.queue.queueArn,
    batchSize: 10,
    maxConcurrency: 5,
    reportBatchItemFailures: true,
  });
};

/** By an interval, or once a day at a time of day in Shanghai, e.g. `02:30`. */
export type Rhythm = { readonly every: Duration } | { readonly dailyAt: string };

export type ScheduleProps = Rhythm & {
  /** Where an event goes that could not be delivered, or that the function failed on to the last. */
  readonly failures: DeadLetters;
};

/** Shanghai is eight hours ahead of UTC all year: it has had no summer time since 1991. */
const AHEAD_OF_UTC = 8;

const dailyAt = (time: string): Schedule => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new Error(`${time} is no time of day`);
  const hour = (Number(hours) + 24 - AHEAD_OF_UTC) % 24;
  return Schedule.cron({ hour: String(hour), minute: String(Number(minutes)) });
};

/** The class's own setting would add a policy beside the role; the right is among its grants. */
const keepFailures = ({ lambda }: FlowFunction, { queue }: DeadLetters): void => {
  const resource = lambda.node.defaultChild;
  if (!(resource instanceof CfnFunction)) throw new Error(`${lambda.node.path} is no function`);
  resource.deadLetterConfig = { targetArn: queue.queueArn };
};

/** How late a daily event may still be delivered. */
const DAILY_LATE = Duration.hours(2);

/** Invokes regularly. An event is delivered in its time or not at all: the next one does its work. */
export const runOnSchedule = (
  consumer: FlowFunction,
  { failures, ...rhythm }: ScheduleProps,
): Rule => {
  keepFailures(consumer, failures);
  const [schedule, maxEventAge] =
    'every' in rhythm
      ? [Schedule.rate(rhythm.every), rhythm.every]
      : [dailyAt(rhythm.dailyAt), DAILY_LATE];
  return new Rule(consumer, 'Schedule', {
    schedule,
    targets: [
      new LambdaTarget(consumer.lambda, {
        retryAttempts: 2,
        maxEventAge,
        deadLetterQueue: failures.queue,
      }),
    ],
  });
};
