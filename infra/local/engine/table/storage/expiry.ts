import type { Item } from '../../expression/value/attribute-value.ts';
import type { Table } from '../definition/table-shape.ts';
import type { EngineCore } from '../engine-core.ts';
import { keyBytesOf } from '../key/key-bytes.ts';
import { applyChange } from '../write/item-change.ts';

/** The maximum number of items removed in one transaction, so that the engine stays responsive. */
const BATCH = 200;

/**
 * As in the service, an item whose time to live is more than five years in the past is not removed.
 */
const MAX_AGE_SECONDS = 5 * 365 * 24 * 60 * 60;

/** Removes some of the expired items of a table. Returns how many. */
export const removeSomeExpired = (core: EngineCore, table: Table): number => {
  if (table.definition.ttlAttribute === undefined) return 0;
  const now = Math.floor(core.clock.now() / 1000);
  const rows = core.sql.all(
    'SELECT item FROM dynamo_item WHERE table_id = ? AND expires_at <= ? AND expires_at > ? ' +
      'ORDER BY expires_at LIMIT ?',
    table.id,
    now,
    now - MAX_AGE_SECONDS,
    BATCH,
  );
  for (const row of rows) {
    const item = JSON.parse(String(row['item'])) as Item;
    const key = keyBytesOf(item, table.definition.keys);
    if (key === undefined) throw new Error(`an item of ${table.name} is stored without its key`);
    const before = core.items.find(table, key);
    applyChange(core, { table, key, before, after: undefined, byExpiry: true });
  }
  return rows.length;
};
