/** Reads `AWS::SQS::Queue` for the queue engine; defaults as CloudFormation documents them. */
import { z } from 'zod';

import type { QueueDefinition } from '../../engine/model.ts';
import { TemplateFault } from '../template-fault.ts';
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
  DeduplicationScope: z.enum(['queue', 'messageGroup']).default('queue'),
  /** Throughput is not limited locally, but SQS accepts only matching pairs of settings. */
  FifoThroughputLimit: z.enum(['perQueue', 'perMessageGroupId']).default('perQueue'),
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

const checkThroughput = (queue: z.infer<typeof Queue>, at: string): void => {
  const { DeduplicationScope, FifoThroughputLimit } = queue;
  if (FifoThroughputLimit === 'perQueue' || DeduplicationScope === 'messageGroup') return;
  throw new TemplateFault(
    `${at}.Properties.FifoThroughputLimit`,
    'can be per message group only if the deduplication scope is the message group',
  );
};

const queueOf = (resource: StackResource): QueueDefinition => {
  const queue = readProperties(Queue, resource);
  checkThroughput(queue, resource.at);
  return {
    name: resource.name,
    arn: resource.attribute('Arn'),
    fifo: queue.FifoQueue,
    contentBasedDeduplication: queue.ContentBasedDeduplication,
    deduplicatesPerGroup: queue.DeduplicationScope === 'messageGroup',
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
