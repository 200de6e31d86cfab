import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

import { fromItem } from './table.ts';
import type { Kind } from './table.ts';

/** Returns the item after the change, as stored; undefined when it was removed. */
export const itemAfter = <T>(record: DynamoDBRecord): T | undefined => {
  const image = record.dynamodb?.NewImage;
  return image === undefined ? undefined : fromItem<T>(image as Record<string, AttributeValue>);
};

/** Returns the kind of the changed item; undefined when it was removed. */
export const kindOf = (record: DynamoDBRecord): Kind | undefined =>
  record.dynamodb?.NewImage?.['kind']?.S as Kind | undefined;

/** Returns the stored object before or after the change, with its kind. */
export const changedThing = (
  record: DynamoDBRecord,
  which: 'OldImage' | 'NewImage',
): { readonly kind: string; readonly of: unknown } | undefined => {
  const image = record.dynamodb?.[which];
  return image === undefined
    ? undefined
    : {
        kind: image['kind']?.S ?? '',
        of: fromItem(image as Record<string, AttributeValue>),
      };
};

/**
 * Returns when the change was made, in epoch milliseconds; the stream has a precision of seconds.
 */
export const madeAt = (record: DynamoDBRecord): number =>
  Math.round((record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000);

export const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';

/**
 * Returns the response that makes a stream deliver again from the first record in `failed`.
 * Everything after it waits, because the changes of one item must stay in order.
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
