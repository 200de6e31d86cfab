import { randomUUID } from 'node:crypto';

import type { EpochMs } from '../../../clock.ts';
import type { ChangeRecord, MappingDefinition } from '../../model.ts';
import type { Discard } from './verdict.ts';

export interface DiscardContext {
  readonly mapping: MappingDefinition;
  readonly shard: string;
  readonly now: EpochMs;
}

const arrivalOf = (record: ChangeRecord | undefined): string => {
  const seconds = record?.dynamodb.ApproximateCreationDateTime ?? 0;
  return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
};

/**
 * What Lambda sends to the on-failure destination of a DynamoDB stream: where the changes are, not
 * what they say. The changes themselves are still in the stream.
 */
export const failureDocument = (discard: Discard, context: DiscardContext): object => {
  const { chunk, unhandled } = discard;
  const { mapping, shard, now } = context;
  const [first, last] = [chunk.records.at(0), chunk.records.at(-1)];
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: chunk.invocations,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: unhandled ? 'Unhandled' : null,
    },
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    DDBStreamBatchInfo: {
      shardId: shard,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrivalOf(first),
      approximateArrivalOfLastRecord: arrivalOf(last),
      batchSize: chunk.records.length,
      streamArn: mapping.sourceArn,
    },
  };
};
