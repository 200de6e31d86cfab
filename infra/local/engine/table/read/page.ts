/** One page of a Query or Scan: up to `Limit` rows or 1 MB, counted before the filter. */
import type { Item } from '../../expression/value/attribute-value.ts';
import { itemSize } from '../../expression/value/value-size.ts';
import { imageIn, keyNames, pickAttributes } from '../definition/table-shape.ts';
import type { Index, Table } from '../definition/table-shape.ts';
import type { Call } from '../engine-core.ts';
import { readUnits } from './capacity.ts';
import type { Selection } from './selection.ts';
import { traverseBehind } from './traversal-behind.ts';
import { traverse } from './traversal.ts';
import type { Traversal } from './traversal.ts';

const MAX_PAGE_BYTES = 1024 * 1024;

export interface PageRequest {
  readonly traversal: Traversal;
  readonly limit: number | undefined;
  readonly consistent: boolean;
  readonly passes: (image: Item) => boolean;
  readonly selection: Selection;
  /** There is at most one item, so there cannot be another page. */
  readonly isSingle?: boolean;
}

interface Reading {
  readonly kept: Item[];
  scanned: number;
  bytes: number;
  last: Item | undefined;
  ended: boolean;
}

/** Returns the key of the table and of the index after which the next page starts. */
const lastKey = (item: Item, table: Table, index: Index | undefined): Item =>
  pickAttributes(item, [
    ...keyNames(table.definition.keys),
    ...(index === undefined ? [] : keyNames(index.definition.keys)),
  ]);

/** With an injected lag, an index is read in an earlier state. */
const rowsFor = ({ core, mishaps }: Call, traversal: Traversal): ReturnType<typeof traverse> => {
  const lag = traversal.index === undefined ? 0 : mishaps.indexLagMs();
  if (lag === 0) return traverse(core.sql, traversal);
  const unseen = core.recent.after(core.clock.now() - lag, traversal.table.id);
  return traverseBehind(core.sql, traversal, unseen);
};

const readRows = (call: Call, request: PageRequest): Reading => {
  const { traversal, limit = Infinity, passes } = request;
  const { index } = traversal;
  const reading: Reading = { kept: [], scanned: 0, bytes: 0, last: undefined, ended: true };
  for (const { item, size } of rowsFor(call, traversal)) {
    const image = index === undefined ? item : imageIn(index, item);
    const bytes = image === item ? size : itemSize(image);
    if (reading.scanned > 0 && reading.bytes + bytes > MAX_PAGE_BYTES) {
      reading.ended = false;
      break;
    }
    reading.scanned += 1;
    reading.bytes += bytes;
    reading.last = item;
    if (passes(image)) reading.kept.push(image);
    // The service does not look beyond the limit, so the last page may be empty.
    if (reading.scanned < limit) continue;
    reading.ended = false;
    break;
  }
  return reading;
};

const chargeRead = (
  { meter }: Call,
  { traversal, consistent }: PageRequest,
  bytes: number,
): void => {
  const { table, index } = traversal;
  const read = readUnits(bytes, consistent);
  if (index === undefined) meter.charge({ table: table.name, read });
  else meter.charge({ table: table.name, index: index.definition.name, read });
};

export const readPage = (call: Call, request: PageRequest): object => {
  const { kept, scanned, bytes, last, ended } = readRows(call, request);
  const { traversal, selection, isSingle = false } = request;
  chargeRead(call, request, bytes);
  return {
    ...(selection.countOnly ? {} : { Items: kept.map(selection.show) }),
    Count: kept.length,
    ScannedCount: scanned,
    ...(ended || isSingle || last === undefined
      ? {}
      : { LastEvaluatedKey: lastKey(last, traversal.table, traversal.index) }),
  };
};
