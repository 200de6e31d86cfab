/**
 * Reads an index in an earlier state: the current rows without those changed since, plus the rows
 * that were there instead.
 */
import type { Item } from '../../expression/value/attribute-value.ts';
import { keyBytesOf } from '../key/key-bytes.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import type { Statements } from '../storage/statements.ts';
import type { FormerItems } from '../stream/recent-changes.ts';
import { itemName } from '../write/item-name.ts';
import { isAbove, isBelow } from './start-key.ts';
import { traverse } from './traversal.ts';
import type { Traversal, TraversedRow } from './traversal.ts';

interface Place {
  readonly entry: KeyBytes;
  readonly item: KeyBytes;
}

interface PlacedRow extends Place {
  readonly row: TraversedRow;
}

const compareKeys = (one: KeyBytes, other: KeyBytes): number =>
  one.slot - other.slot || Buffer.compare(one.pk, other.pk) || Buffer.compare(one.sk, other.sk);

const comparePlaces = (one: Place, other: Place): number =>
  compareKeys(one.entry, other.entry) ||
  Buffer.compare(one.item.pk, other.item.pk) ||
  Buffer.compare(one.item.sk, other.item.sk);

const placeOf = ({ table, index }: Traversal, item: Item): Place | undefined => {
  const own = keyBytesOf(item, table.definition.keys);
  const entry = index && keyBytesOf(item, index.definition.keys);
  return own && entry && { entry, item: own };
};

const isWithin = ({ within }: Traversal, { slot, pk, sk }: KeyBytes): boolean => {
  if (!('partition' in within)) return slot >= within.from && slot < within.to;
  const { partition, lower, upper } = within;
  return pk.equals(partition.pk) && !isBelow(sk, lower) && !isAbove(sk, upper);
};

/** Returns a comparison that is positive for what the traversal reaches later. */
const orderOf =
  ({ descending }: Traversal) =>
  (one: Place, other: Place): number =>
    descending ? comparePlaces(other, one) : comparePlaces(one, other);

const isAfter = (traversal: Traversal, place: Place): boolean => {
  const { after } = traversal;
  if (after?.entry === undefined) return true;
  return orderOf(traversal)(place, { entry: after.entry, item: after.item }) > 0;
};

const formerRows = (traversal: Traversal, unseen: FormerItems): readonly PlacedRow[] =>
  [...unseen.values()]
    .flatMap(({ before }) => {
      if (before === undefined) return [];
      const place = placeOf(traversal, before.item);
      if (place === undefined || !isWithin(traversal, place.entry)) return [];
      return isAfter(traversal, place) ? [{ ...place, row: before }] : [];
    })
    .toSorted(orderOf(traversal));

/** Yields rows one by one, with those of `unseen` in their earlier state. */
export function* traverseBehind(
  sql: Statements,
  traversal: Traversal,
  unseen: FormerItems,
): Generator<TraversedRow> {
  const tableId = traversal.table.id;
  const former = [...formerRows(traversal, unseen)];
  const order = orderOf(traversal);
  for (const row of traverse(sql, traversal)) {
    const place = placeOf(traversal, row.item);
    if (place === undefined || unseen.has(itemName({ tableId, key: place.item }))) continue;
    const later = former.findIndex((one) => order(one, place) > 0);
    const earlier = former.splice(0, later === -1 ? former.length : later);
    for (const one of earlier) yield one.row;
    yield row;
  }
  for (const one of former) yield one.row;
}
