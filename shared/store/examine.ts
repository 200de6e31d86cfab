/** Reads items without trusting what is stored. */
import { isDeepStrictEqual } from 'node:util';

import { StoredItemFault } from './stored-item-fault.ts';
import type { StoredKind } from './stored-kind.ts';
import { fromItem, placementOf } from './table.ts';
import type { Attributes, Placement } from './table.ts';

/** The names of the attributes that `placementOf` may set. */
const placed = ['pk', 'sk', 'listPk', 'listSk', 'duePk', 'dueSk', 'ttl'] as const;

interface Found<T> {
  readonly sk: string;
  /** Undefined when the item does not fit its schema. */
  readonly body?: T | undefined;
  readonly isPlaced: boolean;
}

const readBody = <T>(kind: StoredKind<T>, item: Attributes): T | undefined => {
  try {
    return fromItem(kind, item);
  } catch (fault) {
    if (fault instanceof StoredItemFault) return undefined;
    throw fault;
  }
};

/** Returns what an item is, whether it can be read and whether it is where it belongs. */
export const examine =
  <T extends object>(kind: StoredKind<T>, placeOf: (body: T) => Placement<T>) =>
  (item: Attributes): Found<T> => {
    const [sk, body] = [item['sk']?.S ?? '', readBody(kind, item)];
    if (body === undefined) return { sk, isPlaced: false };
    const expected = placementOf(placeOf(body));
    return {
      sk,
      body,
      isPlaced: placed.every((name) => isDeepStrictEqual(item[name], expected[name])),
    };
  };

export const bodiesOf = <T>(found: readonly Found<T>[]): readonly T[] =>
  found.flatMap(({ body }) => (body === undefined ? [] : [body]));

/** Returns the sort keys of items that do not fit their schema. */
export const unreadableIn = (found: readonly Found<unknown>[]): readonly string[] =>
  found.filter(({ body }) => body === undefined).map(({ sk }) => sk);

/** Returns the sort keys of items that are not where they belong. */
export const misplacedIn = (found: readonly Found<unknown>[]): readonly string[] =>
  found.filter(({ body, isPlaced }) => body !== undefined && !isPlaced).map(({ sk }) => sk);
