import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

import type { ItemKey } from './keys.ts';
import { isReservedName } from './kind.ts';
import type { ItemLabel } from './stored-item-fault.ts';
import type { StoredKind } from './stored-kind.ts';

export type Attributes = Record<string, AttributeValue>;

/** The table as used by every store. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/** Where an object is stored: its keys and indexes, and the kind that describes its body. */
export interface Placement<T> {
  readonly key: ItemKey;
  readonly kind: StoredKind<T>;
  readonly list?: { readonly listPk: string; readonly listSk: string } | undefined;
  readonly due?: { readonly duePk: string; readonly dueSk: string } | undefined;
  /** Epoch seconds after which DynamoDB may delete the item. */
  readonly ttl?: number | undefined;
}

/** Returns the attributes by which an item is found, listed, called when due, and deleted. */
export const placementOf = ({
  key,
  list,
  due,
  ttl,
}: Omit<Placement<unknown>, 'kind'>): Attributes =>
  marshall({ ...key, ...list, ...due, ttl }, { removeUndefinedValues: true });

/** @throws StoredItemFault when the body could not be read again */
export const toItem = <T extends object>(place: Placement<T>, body: NoInfer<T>): Attributes => ({
  ...marshall(place.kind.toBody(place.key, body), { removeUndefinedValues: true }),
  ...placementOf(place),
  ...marshall({ kind: place.kind.name, v: place.kind.writes }),
});

const numberOf = (value: AttributeValue | undefined): number | undefined =>
  value?.N === undefined ? undefined : Number(value.N);

/** Returns how a fault names an item. */
export const labelOf = ({ pk, sk, kind, v }: Attributes): ItemLabel => ({
  pk: pk?.S ?? '',
  sk: sk?.S ?? '',
  kind: kind?.S,
  v: numberOf(v),
});

/** Returns the attributes of the stored object, without the table's own. */
const ownOf = (item: Attributes): Attributes =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !isReservedName(name)));

/**
 * Returns the stored object.
 *
 * @throws StoredItemFault when the item is not one of that kind and of a known version
 */
export const fromItem = <T>(kind: StoredKind<T>, item: Attributes): T =>
  kind.read(labelOf(item), unmarshall(ownOf(item)));

export const keyOf = (key: ItemKey): Attributes => ({ pk: { S: key.pk }, sk: { S: key.sk } });

export const readItem = <T>(kind: StoredKind<T>, item: Attributes | undefined): T | undefined =>
  item === undefined ? undefined : fromItem(kind, item);
