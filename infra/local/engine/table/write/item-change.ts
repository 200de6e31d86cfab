import { equalItems } from '../../expression/value/attribute-value.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { applyToIndexes } from '../definition/index-rows.ts';
import type { Table } from '../definition/table-shape.ts';
import type { EngineCore } from '../engine-core.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import { writeUnits } from '../read/capacity.ts';
import { toStored } from '../storage/item-rows.ts';
import type { StoredItem } from '../storage/item-rows.ts';

export interface ItemChange {
  readonly table: Table;
  readonly key: KeyBytes;
  readonly before: StoredItem | undefined;
  readonly after: Item | undefined;
  readonly byExpiry?: boolean;
}

/** Write units of the table itself and of each index that had to change. */
export interface ChangeCost {
  readonly table: number;
  readonly indexes: ReadonlyMap<string, number>;
}

const NO_INDEXES: ReadonlyMap<string, number> = new Map();

const storeChange = (core: EngineCore, change: ItemChange): StoredItem | undefined => {
  const { table, key, before, after } = change;
  if (after === undefined) {
    if (before !== undefined) core.items.remove(before.id);
    return undefined;
  }
  const stored = toStored(before?.id ?? 0, after);
  if (before === undefined) return { ...stored, id: core.items.insert(table, key, stored) };
  core.items.replace(table, stored);
  return stored;
};

/**
 * Writes the item, its index rows and its stream record, all in the caller's transaction. A write
 * that changes nothing consumes the same units but adds no stream record, as in the service.
 */
export const applyChange = (core: EngineCore, change: ItemChange): ChangeCost => {
  const { table, key, before } = change;
  if (equalItems(before?.item, change.after)) {
    return { table: writeUnits(before?.size ?? 0), indexes: NO_INDEXES };
  }
  core.recent.note({ tableId: table.id, key }, before);
  const after = storeChange(core, change);
  const indexes = applyToIndexes(core.entries, table, { key, before, after });
  core.changes.append(table, { key, before, after, byExpiry: change.byExpiry ?? false });
  return { table: writeUnits(Math.max(before?.size ?? 0, after?.size ?? 0)), indexes };
};
