import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

import { fromItem } from './table.ts';

/** The item after the change, as stored; undefined when it was removed. */
export const itemAfter = <T>(record: DynamoDBRecord): T | undefined => {
  const image = record.dynamodb?.NewImage;
  return image === undefined ? undefined : fromItem<T>(image as Record<string, AttributeValue>);
};

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';

/**
 * The answer that makes a stream deliver again from the first record in `failed`: everything after
 * it waits, because the changes of one item must stay in order.
 */
export const fromFirstFailed = (
  records: readonly DynamoDBRecord[],
  failed: (record: DynamoDBRecord) => boolean,
): DynamoDBBatchResponse => {
  const first = records.find((record) => failed(record));
  return {
    batchItemFailures: first === undefined ? [] : [{ itemIdentifier: sequenceOf(first) }],
  };
};
