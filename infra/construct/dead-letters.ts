import { Duration, Validations } from 'aws-cdk-lib';
import { CfnQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import { ALARM_PERIOD } from './alarm/on-call.ts';
import type { OnCall, Warning } from './alarm/on-call.ts';
import type { Grant } from './grant.ts';
import { nameInTemplate } from './name-in-template.ts';
import type { TlsOnly } from './tls-only.ts';

export interface DeadLettersProps {
  readonly onCall: OnCall;
  readonly notEmpty: Warning;
  /** The dead-letter queue of a FIFO queue must be FIFO too (SQS requirement). */
  readonly fifo?: boolean;
  /** The shared queue policy; absent: the queue has its own, to which services can be added. */
  readonly tlsOnly?: TlsOnly;
}

/**
 * A dead-letter queue: keeps failed work for 14 days for manual handling and raises an alarm on the
 * first message.
 */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: props.tlsOnly === undefined,
      retentionPeriod: Duration.days(14),
      ...(props.fifo === true && { fifo: true }),
    });
    props.tlsOnly?.guard(this.queue);
    nameInTemplate(this.queue, CfnQueue, id);
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is where failed work ends: a person takes it from here, called by the alarm.',
    });
    props.onCall.alarm(this, 'NotEmpty', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: ALARM_PERIOD,
        statistic: 'Maximum',
      }),
      reaches: 1,
      ...props.notEmpty,
    });
  }

  /** Returns the grant for a function whose event source sends failures here. */
  receive(): Grant {
    return {
      actions: ['sqs:SendMessage'],
      resources: [this.queue.queueArn],
      environment: {},
    };
  }
}
