import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

import type { ItemKey } from './keys.ts';

export type Attributes = Record<string, AttributeValue>;

/** The table as used by every store. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/** The kind of an item: the stream's filters and the sweeps distinguish items by it. */
export type Kind =
  | 'case'
  | 'invitation'
  | 'rating'
  | 'ticket'
  | 'step'
  | 'evidence'
  | 'window'
  | 'pad'
  | 'refused_rating'
  | 'enrolment'
  | 'entry'
  | 'integrator'
  | 'replay'
  | 'notice_outbox'
  | 'delivery'
  | 'webhook'
  | 'sweep_cursor'
  | 'watch_result'
  | 'late_rung'
  | 'calendar_year'
  | 'calendar_content'
  | 'recount'
  | 'policy'
  | 'policy_in_force'
  | 'activation'
  | 'data_key'
  | 'figure'
  | 'figure_member'
  | 'register_entry'
  | 'audit_break'
  | 'audit_progress'
  | 'report_record'
  | 'report_case'
  | 'center_access'
  | 'center_health'
  | 'center_call'
  | 'difference'
  | 'reconciliation'
  | 'period'
  | 'period_document';

/** Attributes that belong to the table, not to the stored object. */
const ours = ['pk', 'sk', 'kind', 'listPk', 'listSk', 'duePk', 'dueSk', 'ttl'] as const;

export interface Placement {
  readonly key: ItemKey;
  readonly kind: Kind;
  readonly list?: { readonly listPk: string; readonly listSk: string } | undefined;
  readonly due?: { readonly duePk: string; readonly dueSk: string } | undefined;
  /** Epoch seconds after which DynamoDB may delete the item. */
  readonly ttl?: number | undefined;
}

export const toItem = (place: Placement, body: object): Attributes =>
  marshall(
    {
      ...body,
      ...place.key,
      ...place.list,
      ...place.due,
      kind: place.kind,
      ...(place.ttl === undefined ? {} : { ttl: place.ttl }),
    },
    { removeUndefinedValues: true },
  );

/**
 * Returns the stored object, without the table's own attributes. Only these stores write to the
 * table, so the shape is trusted.
 */
export const fromItem = <T>(item: Attributes): T => {
  const { ...body } = unmarshall(item);
  for (const name of ours) delete body[name];
  return body as T;
};

export const keyOf = (key: ItemKey): Attributes => ({ pk: { S: key.pk }, sk: { S: key.sk } });

export const readItem = <T>(item: Attributes | undefined): T | undefined =>
  item === undefined ? undefined : fromItem<T>(item);
