import type { Page, Paging } from '../../shared/port/page.ts';
import { CursorRefused } from '../../shared/port/page.ts';
import { copyOf } from './memory.ts';

interface FakeList<T> {
  /** A cursor of another list is refused. */
  readonly list: string;
  /** The position of an item in its list; unique, and in the order of the list. */
  readonly placeOf: (item: T) => string;
}

const startOf = (list: string, cursor: string | undefined): string => {
  if (cursor === undefined) return '';
  const [of, place] = Buffer.from(cursor, 'base64url').toString().split('\n');
  if (of !== list || place === undefined) throw new CursorRefused();
  return place;
};

/** One page of a sorted list. */
export const pageOf = <T>(
  inOrder: readonly T[],
  { list, placeOf }: FakeList<T>,
  { limit, cursor, only = () => true }: Paging<T>,
): Page<T> => {
  const start = startOf(list, cursor);
  const left = inOrder.filter((item) => placeOf(item) > start && only(item));
  const items = left.slice(0, limit);
  const last = items.at(-1);
  const hasMore = last !== undefined && left.length > limit;
  return {
    items: copyOf(items),
    ...(hasMore && { cursor: Buffer.from(`${list}\n${placeOf(last)}`).toString('base64url') }),
  };
};
