import { reachesArea } from '../../domain/access/staff-role.ts';
import type { PlaceList } from '../../domain/area/place-list.ts';
import type { Places } from '../../port/oversight/places.ts';
import { CursorRefused } from '../../port/page.ts';
import type { Page, PagePlace } from '../../port/page.ts';
import { areaAskedBy } from '../known-area.ts';
import { readPage } from '../paging.ts';
import type { Staff } from '../staff.ts';

/**
 * Returns the lists that a person of that area reads: their own, or for city staff those of every
 * area.
 */
export const listsWithin = (area: string, places: PlaceList): readonly string[] =>
  /^\d{4}00$/.test(area)
    ? places.map(({ code }) => code).filter((code) => reachesArea(area, code))
    : [area];

const split = '.';

const startOf = (lists: readonly string[], cursor: string | undefined) => {
  if (cursor === undefined) return { left: lists, cursor: undefined };
  const at = cursor.indexOf(split);
  const left = lists.slice(lists.indexOf(cursor.slice(0, at)));
  if (at < 0 || !lists.includes(cursor.slice(0, at))) throw new CursorRefused();
  return { left, cursor: cursor.slice(at + split.length) || undefined };
};

type ReadArea<T> = (area: string, page: PagePlace) => Promise<Page<T>>;

/**
 * Reads one page over several lists, one after the other. The cursor names the list where the page
 * stopped.
 */
export const overAreas = async <T>(
  lists: readonly string[],
  page: PagePlace,
  read: ReadArea<T>,
): Promise<Page<T>> => {
  const start = startOf(lists, page.cursor);
  const items: T[] = [];
  let { cursor } = start;
  for (const [index, area] of start.left.entries()) {
    const found = await read(area, { limit: page.limit - items.length, cursor });
    items.push(...found.items);
    cursor = undefined;
    if (found.cursor !== undefined) return { items, cursor: area + split + found.cursor };
    const next = start.left[index + 1];
    if (items.length === page.limit && next !== undefined) {
      return { items, cursor: next + split };
    }
  }
  return { items };
};

/**
 * Reads one page of the lists within the area that was asked for, by default the person's own.
 *
 * @throws Problem without reach, or for a cursor of another list
 */
export const readWithin = async <T>(
  asked: PagePlace & { readonly area?: string | undefined },
  { staff, places }: { readonly staff: Staff; readonly places: Pick<Places, 'now'> },
  read: ReadArea<T>,
): Promise<Page<T>> => {
  const list = await places.now();
  const lists = listsWithin(areaAskedBy(staff, asked.area, list), list);
  return readPage(() => overAreas(lists, asked, read));
};
