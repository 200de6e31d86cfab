import * as z from 'zod/mini';

import type { RegisterNoun } from '../../shared/domain/oversight/register.ts';
import type { Page, PagePlace } from '../../shared/port/page.ts';
import { CursorRefused } from '../../shared/port/page.ts';
import type { CoverageSummary } from './coverage-summary.ts';
import type { PlacedLine } from './coverage-view.ts';

const Place = z.tuple([z.string(), z.string(), z.string()]);

const read = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/**
 * Returns area and code of the last line on the previous page; pages are sorted by area and code.
 */
const startOf = (of: RegisterNoun, cursor: string | undefined): readonly [string, string] => {
  if (cursor === undefined) return ['', ''];
  const place = Place.safeParse(read(cursor));
  if (!place.success || place.data[0] !== of) throw new CursorRefused();
  return [place.data[1], place.data[2]];
};

const cursorAt = (of: RegisterNoun, { area, code }: PlacedLine): string =>
  Buffer.from(JSON.stringify([of, area, code])).toString('base64url');

/**
 * Returns one page of the lines of all areas, sorted by area and code.
 * @throws CursorRefused
 */
export const coveragePage = (
  of: RegisterNoun,
  all: readonly CoverageSummary[],
  { limit, cursor }: PagePlace,
): Page<PlacedLine> => {
  const [fromArea, fromCode] = startOf(of, cursor);
  const left = all
    .toSorted((a, b) => (a.area < b.area ? -1 : 1))
    .flatMap(({ area, lines }) => lines.map((line) => ({ area, ...line })))
    .filter(({ area, code }) => area > fromArea || (area === fromArea && code > fromCode));
  const items = left.slice(0, limit);
  const last = items.at(-1);
  return left.length > limit && last ? { items, cursor: cursorAt(of, last) } : { items };
};
