import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

import { storedCase } from './case/schema.ts';
import { kinds } from './kind.ts';
import type { Kind } from './kind.ts';
import { storedNotice } from './notice/schema.ts';
import { storedContest } from './rating/contest-schema.ts';
import { storedInvitation, storedRating } from './rating/schema.ts';
import { StoredItemFault } from './stored-item-fault.ts';
import type { StoredKind } from './stored-kind.ts';
import { fromItem, labelOf } from './table.ts';
import type { Attributes } from './table.ts';
import { storedTicket } from './ticket/schema.ts';
import { storedStep } from './ticket/step-schema.ts';

type Image = 'OldImage' | 'NewImage';

/** The kinds whose changes functions follow. */
const followed = {
  case: storedCase,
  invitation: storedInvitation,
  rating: storedRating,
  ticket: storedTicket,
  step: storedStep,
  contest: storedContest,
  notice_outbox: storedNotice,
} as const satisfies Partial<Record<Kind, StoredKind<object>>>;
type Followed = typeof followed;
type FollowedKind = keyof Followed;

type BodyOf<Name extends FollowedKind> =
  Followed[Name] extends StoredKind<infer Body> ? Body : never;

/** A stored object with its kind. */
type Changed<Name extends FollowedKind> = Name extends FollowedKind
  ? { readonly kind: Name; readonly of: BodyOf<Name> }
  : never;

const isKind = (name: string | undefined): name is Kind =>
  (kinds as readonly (string | undefined)[]).includes(name);

const imageOf = (record: DynamoDBRecord, which: Image): Attributes | undefined =>
  record.dynamodb?.[which] as Attributes | undefined;

/** @throws StoredItemFault for a kind that this release does not know */
const kindOfImage = (image: Attributes): Kind => {
  const label = labelOf(image);
  if (isKind(label.kind)) return label.kind;
  throw new StoredItemFault(label, 'has a kind that this release does not know');
};

/**
 * Returns the kind of the changed item; undefined when it was removed.
 *
 * @throws StoredItemFault for a kind that this release does not know
 */
export const kindOf = (record: DynamoDBRecord): Kind | undefined => {
  const image = imageOf(record, 'NewImage');
  return image && kindOfImage(image);
};

/**
 * Returns the item after the change; undefined when it was removed.
 *
 * @throws StoredItemFault when it is not an item of that kind
 */
export const itemAfter = <Name extends FollowedKind>(
  record: DynamoDBRecord,
  kind: Name,
): BodyOf<Name> | undefined => {
  const image = imageOf(record, 'NewImage');
  return image && (fromItem<object>(followed[kind], image) as BodyOf<Name>);
};

/**
 * Returns the item before or after the change, with its kind; undefined when there is none or when
 * it is of a kind that was not requested.
 *
 * @throws StoredItemFault when the item cannot be read
 */
export const changedItem = <Name extends FollowedKind>(
  record: DynamoDBRecord,
  which: Image,
  requested: readonly Name[],
): Changed<Name> | undefined => {
  const image = imageOf(record, which);
  const found = image && kindOfImage(image);
  const kind = requested.find((name) => name === found);
  if (image === undefined || kind === undefined) return undefined;
  return { kind, of: fromItem<object>(followed[kind], image) } as unknown as Changed<Name>;
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
