/** `AWS::SQS::Queue` as the queue engine defines it; defaults as CloudFormation documents them. */
import { z } from 'zod';

import type { QueueDefinition } from '../../engine/model.ts';
import { cfnBoolean, cfnNumber, ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';

const RedrivePolicy = z.strictObject({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: cfnNumber,
});

const Queue = z.strictObject({
  QueueName: z.string().optional(),
  FifoQueue: cfnBoolean.default(false),
  ContentBasedDeduplication: cfnBoolean.default(false),
  DelaySeconds: cfnNumber.default(0),
  VisibilityTimeout: cfnNumber.default(30),
  MessageRetentionPeriod: cfnNumber.default(345_600),
  ReceiveMessageWaitTimeSeconds: cfnNumber.default(0),
  MaximumMessageSize: cfnNumber.default(1_048_576),
  RedrivePolicy: RedrivePolicy.optional(),
  /** The engine deduplicates per queue; per message group would be another answer. */
  DeduplicationScope: z.literal('queue').optional(),
  FifoThroughputLimit: ignored,
  KmsDataKeyReusePeriodSeconds: ignored,
  KmsMasterKeyId: ignored,
  RedriveAllowPolicy: ignored,
  SqsManagedSseEnabled: ignored,
  Tags: ignored,
});

const redriveOf = (policy: z.infer<typeof RedrivePolicy> | undefined) =>
  policy && {
    redrive: {
      deadLetterArn: policy.deadLetterTargetArn,
      maxReceiveCount: policy.maxReceiveCount,
    },
  };

const queueOf = (resource: StackResource): QueueDefinition => {
  const queue = readProperties(Queue, resource);
  return {
    name: resource.name,
    arn: resource.attribute('Arn'),
    fifo: queue.FifoQueue,
    contentBasedDeduplication: queue.ContentBasedDeduplication,
    delaySeconds: queue.DelaySeconds,
    visibilityTimeoutSeconds: queue.VisibilityTimeout,
    retentionSeconds: queue.MessageRetentionPeriod,
    receiveWaitSeconds: queue.ReceiveMessageWaitTimeSeconds,
    maximumMessageSize: queue.MaximumMessageSize,
    ...redriveOf(queue.RedrivePolicy),
  };
};

export const readQueues = (stack: Stack): readonly QueueDefinition[] =>
  stack.ofType('AWS::SQS::Queue').map(queueOf);
