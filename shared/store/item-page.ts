import { marshall } from '@aws-sdk/util-dynamodb';

import type { Page, Paging } from '../port/page.ts';
import { CursorRefused } from '../port/page.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { CursorScope } from './cursor.ts';
import { listPage } from './items.ts';
import type { StoredKind } from './stored-kind.ts';
import type { Attributes, Placement, Table } from './table.ts';

/** A list of the list index, or a part of it. */
export interface ItemList<T> extends CursorScope {
  readonly kind: StoredKind<T>;
  readonly placeOf: (item: T) => Placement<T>;
  readonly newestFirst?: boolean;
}

/** How many items are read for one page before it is returned as it is. */
const mostRead = 1000;
/** How many items are read at a time when many of them may be filtered out. */
const bite = 100;

const startOf = (list: CursorScope, cursor: string | undefined): Attributes | undefined => {
  const start = cursor === undefined ? undefined : fromCursor(cursor, list);
  if (cursor !== undefined && start === undefined) throw new CursorRefused();
  return start;
};

/** Returns the position of an item in the list index, from which the next page continues. */
const positionOf = ({ key, list }: Pick<Placement<unknown>, 'key' | 'list'>): Attributes =>
  marshall({ ...key, ...list });

const allOf = (): boolean => true;

/** Fills the page with as many reads as needed; a page that ends early returns where it stopped. */
export const itemPage = async <T extends object>(
  table: Table,
  { kind, placeOf, ...part }: ItemList<T>,
  { limit, cursor, only = allOf }: Paging<T>,
): Promise<Page<T>> => {
  const size = only === allOf ? limit : bite;
  const items: T[] = [];
  let after = startOf(part, cursor);
  for (let read = 0; read < mostRead; read += size) {
    const page = await listPage(table, kind, { ...part, limit: size, after });
    const wanted = page.items.filter((item) => only(item)).slice(0, limit - items.length);
    items.push(...wanted);
    const last = wanted.at(-1);
    const isFull = items.length === limit && last !== undefined;
    after = isFull && last !== page.items.at(-1) ? positionOf(placeOf(last)) : page.next;
    if (isFull || after === undefined) break;
  }
  return { items, cursor: toCursor(after) };
};
