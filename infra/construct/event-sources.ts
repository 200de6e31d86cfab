/** The event sources of a function: the change stream, a queue, or a schedule. */
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

import { ALARM_PERIOD } from './alarm/on-call.ts';
import type { OnCall, Warning } from './alarm/on-call.ts';
import type { DeadLetters } from './dead-letters.ts';
import { METRICS_NAMESPACE } from './flow-function.ts';
import type { FlowFunction } from './flow-function.ts';
import type { LoopTable } from './loop-table.ts';
import type { WorkQueue } from './work-queue.ts';

export interface ChangeSource {
  readonly table: LoopTable;
  /** Changes that invoke the function: those that match one of these Lambda event filters. */
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  /** Receives shard and sequence numbers of changes that could not be processed. */
  readonly failures: DeadLetters;
  readonly onCall: OnCall;
  readonly late: Warning;
  /** The maximum number of changes per invocation; default 50. */
  readonly batchSize?: number;
  /** How long Lambda may wait to fill a batch; default not at all. */
  readonly maxBatchingWindow?: Duration;
  /**
   * Invokes the function per shard and time window, with the shard id (`event.shardId`). The
   * function must answer with a `state`, else the invocation fails.
   */
  readonly tumblingWindow?: Duration;
  /** How often a change is retried before it is set aside; default 10. */
  readonly retryAttempts?: number;
}

/**
 * Ten retries take minutes, far less than the 24 h that a stream keeps a change, so it can still be
 * read back.
 */
const GIVE_UP_ON_A_CHANGE_AFTER = 10;
/**
 * A change older than 24 h leaves the stream without any message from Lambda. With a limit of 23 h
 * the failure queue names it, and it can be read back for an hour.
 */
const OLDEST_CHANGE = Duration.hours(23);
const CHANGES_LATE = Duration.minutes(5);

/**
 * Adds the change stream as event source, in order per partition key. A failing record is isolated
 * and set aside.
 */
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
 * The log message of `shared/telemetry.ts` for a message that no retry can process. Such a message
 * is acknowledged and never reaches the dead-letter queue, so the alarm counts the log line.
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

/** Adds a queue as event source. A failed message does not fail its batch. */
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

/** A fixed interval, or once a day at a time in Shanghai, e.g. `02:30`. */
type Rhythm = { readonly every: Duration } | { readonly dailyAt: string };

export type ScheduleProps = Rhythm & {
  /**
   * Receives events that could not be delivered, or on which all attempts of the function failed.
   */
  readonly failures: DeadLetters;
};

/** Shanghai is eight hours ahead of UTC all year; it has had no daylight saving time since 1991. */
const AHEAD_OF_UTC = 8;

const dailyAt = (time: string): Schedule => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new Error(`${time} is not a time of day`);
  const hour = (Number(hours) + 24 - AHEAD_OF_UTC) % 24;
  return Schedule.cron({ hour: String(hour), minute: String(Number(minutes)) });
};

/**
 * Set on the resource, because the construct's own option would add a policy beside the role; the
 * function's grants already include the permission.
 */
const keepFailures = ({ lambda }: FlowFunction, { queue }: DeadLetters): void => {
  const resource = lambda.node.defaultChild;
  if (!(resource instanceof CfnFunction)) throw new Error(`${lambda.node.path} is not a function`);
  resource.deadLetterConfig = { targetArn: queue.queueArn };
};

/** How late a daily event may still be delivered. */
const DAILY_LATE = Duration.hours(2);

/**
 * Invokes the function on a schedule. An event that cannot be delivered in time is dropped: the
 * next run does its work.
 */
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
