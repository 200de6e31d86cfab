import { Duration } from 'aws-cdk-lib';
import {
  CfnQueue,
  DeduplicationScope,
  FifoThroughputLimit,
  Queue,
  QueueEncryption,
} from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import { ALARM_PERIOD } from './alarm/on-call.ts';
import type { OnCall, Warning } from './alarm/on-call.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Grant } from './grant.ts';
import { nameInTemplate } from './name-in-template.ts';
import type { TlsOnly } from './tls-only.ts';

export interface WorkQueueProps {
  readonly onCall: OnCall;
  readonly tlsOnly: TlsOnly;
  /** Timeout of the function that consumes the queue. */
  readonly consumerTimeout: Duration;
  /** The environment variable with the queue's URL for senders. */
  readonly urlVariable: string;
  readonly givenUp: Warning;
  readonly late: Warning;
  /** The longest intentional delay of a message; delayed messages look old without being late. */
  readonly longestDelay?: Duration;
  /** FIFO: messages of a group stay in order, and the sender identifies duplicates. */
  readonly inOrder?: boolean;
  /** The impact when the consumer refuses a message permanently. */
  readonly refused: Warning;
}

/**
 * Lambda's recommendation: with less than six times the timeout, a slow batch is delivered a second
 * time.
 */
const VISIBILITY_FACTOR = 6;
const DELIVERIES_BEFORE_GIVING_UP = 5;
const LATE = Duration.minutes(15);

/**
 * Throughput limits and duplicates count per group, so that one busy group does not slow down the
 * others.
 */
const IN_ORDER = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
};

/**
 * A queue that cannot lose work unnoticed: its dead-letter queue and an aging backlog raise alarms.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly urlVariable: string;
  readonly refused: Warning;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.urlVariable = props.urlVariable;
    this.refused = props.refused;
    const { onCall, tlsOnly } = props;
    const deadLetters = new DeadLetters(this, `${id}Dead`, {
      onCall,
      tlsOnly,
      notEmpty: props.givenUp,
      ...(props.inOrder === true && { fifo: true }),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      visibilityTimeout: Duration.seconds(VISIBILITY_FACTOR * props.consumerTimeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters.queue, maxReceiveCount: DELIVERIES_BEFORE_GIVING_UP },
      ...(props.inOrder === true && IN_ORDER),
    });
    tlsOnly.guard(this.queue);
    nameInTemplate(this.queue, CfnQueue, id);
    onCall.alarm(this, 'Late', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: ALARM_PERIOD,
        statistic: 'Maximum',
      }),
      reaches: LATE.plus(props.longestDelay ?? Duration.seconds(0)).toSeconds(),
      ...props.late,
    });
  }

  send(): Grant {
    return {
      actions: ['sqs:SendMessage'],
      resources: [this.queue.queueArn],
      environment: { [this.urlVariable]: this.queue.queueUrl },
    };
  }

  /** Grants what Lambda's poller does with the function's role. */
  consume(): Grant {
    return {
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [this.queue.queueArn],
      environment: {},
    };
  }
}
