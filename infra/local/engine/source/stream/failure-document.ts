import { randomUUID } from 'node:crypto';

import { formatSeconds } from '../../clock.ts';
import type { EpochMs } from '../../clock.ts';
import type { ChangeRecord, MappingDefinition } from '../../model.ts';
import { writtenAt } from './record-age.ts';
import type { Discard } from './verdict.ts';

export interface DiscardContext {
  readonly mapping: MappingDefinition;
  readonly shard: string;
  readonly now: EpochMs;
}

const arrivalOf = (record: ChangeRecord | undefined): string =>
  formatSeconds(record === undefined ? 0 : writtenAt(record));

/**
 * Returns the document that Lambda sends to the on-failure destination of a DynamoDB stream. It
 * contains the position of the changes, not their content. The changes are still in the stream,
 * unless they were given up for their age.
 */
export const failureDocument = (discard: Discard, context: DiscardContext): object => {
  const { chunk, condition, unhandled } = discard;
  const { mapping, shard, now } = context;
  const [first, last] = [chunk.records.at(0), chunk.records.at(-1)];
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.functionArn,
      condition,
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
