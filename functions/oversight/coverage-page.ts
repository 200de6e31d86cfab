import * as z from 'zod/mini';

import { compareTexts } from '../../shared/domain/text/order.ts';
import type { Page, PagePlace } from '../../shared/port/page.ts';
import { CursorRefused } from '../../shared/port/page.ts';

const Place = z.tuple([z.string(), z.string(), z.string()]);

const read = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/** A line and its place in the list: area by area, in each by its key. */
interface Placed {
  readonly area: string;
}

/** Which list is asked for, and the key of a line in it, which is unique in its area. */
interface ListOf<Line> {
  readonly name: string;
  readonly keyOf: (line: Line) => string;
}

/** Returns area and key of the last line on the previous page. */
const startOf = (name: string, cursor: string | undefined): readonly [string, string] => {
  if (cursor === undefined) return ['', ''];
  const place = Place.safeParse(read(cursor));
  if (!place.success || place.data[0] !== name) throw new CursorRefused();
  return [place.data[1], place.data[2]];
};

/**
 * Returns one page of the lines of all areas, sorted by area and key.
 * @throws CursorRefused
 */
export const coveragePage = <Line extends Placed>(
  { name, keyOf }: ListOf<Line>,
  lines: readonly Line[],
  { limit, cursor }: PagePlace,
): Page<Line> => {
  const [fromArea, fromKey] = startOf(name, cursor);
  const left = lines
    .filter((line) => line.area > fromArea || (line.area === fromArea && keyOf(line) > fromKey))
    .toSorted((a, b) => compareTexts(a.area, b.area) || compareTexts(keyOf(a), keyOf(b)));
  const items = left.slice(0, limit);
  const last = items.at(-1);
  if (last === undefined || left.length <= limit) return { items };
  const place = JSON.stringify([name, last.area, keyOf(last)]);
  return { items, cursor: Buffer.from(place).toString('base64url') };
};
