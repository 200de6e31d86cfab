import { equalItems } from '../../expression/value/attribute-value.ts';
import { itemSize } from '../../expression/value/value-size.ts';
import { keyBytesOf, sameKeyBytes } from '../key/key-bytes.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import { writeUnits } from '../read/capacity.ts';
import type { StoredItem } from '../storage/item-rows.ts';
import type { Statements } from '../storage/statements.ts';
import { imageIn } from './table-shape.ts';
import type { Index, Table } from './table-shape.ts';

export interface Change {
  readonly key: KeyBytes;
  readonly before: StoredItem | undefined;
  readonly after: StoredItem | undefined;
}

const sizeIn = (index: Index, stored: StoredItem): number =>
  index.shown === undefined ? stored.size : itemSize(imageIn(index, stored.item));

const entryKey = (index: Index, stored: StoredItem | undefined): KeyBytes | undefined =>
  stored === undefined ? undefined : keyBytesOf(stored.item, index.definition.keys);

export class IndexRows {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** Updates one index for a changed item. Returns the write units consumed. */
  apply(index: Index, { key, before, after }: Change): number {
    const was = entryKey(index, before);
    const is = entryKey(index, after);
    if (was && is && before && after && sameKeyBytes(was, is)) {
      const [old, now] = [imageIn(index, before.item), imageIn(index, after.item)];
      if (equalItems(old, now)) return 0;
      return writeUnits(Math.max(sizeIn(index, before), sizeIn(index, after)));
    }
    let units = 0;
    if (was && before) {
      this.#remove(index, was, key);
      units += writeUnits(sizeIn(index, before));
    }
    if (is && after) {
      this.insert(index, { entry: is, key, id: after.id });
      units += writeUnits(sizeIn(index, after));
    }
    return units;
  }

  /** Adds one item to an index that is being filled; items without the index keys are left out. */
  admit(index: Index, key: KeyBytes, stored: StoredItem): void {
    const entry = entryKey(index, stored);
    if (entry !== undefined) this.insert(index, { entry, key, id: stored.id });
  }

  insert(
    index: Index,
    { entry, key, id }: { readonly entry: KeyBytes; readonly key: KeyBytes; readonly id: number },
  ): void {
    this.#sql.run(
      'INSERT INTO dynamo_entry (index_id, slot, pk, sk, item_pk, item_sk, item_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      index.id,
      entry.slot,
      entry.pk,
      entry.sk,
      key.pk,
      key.sk,
      id,
    );
  }

  drop(indexId: number): void {
    this.#sql.run('DELETE FROM dynamo_entry WHERE index_id = ?', indexId);
    this.#sql.run('DELETE FROM dynamo_index WHERE id = ?', indexId);
  }

  #remove(index: Index, entry: KeyBytes, key: KeyBytes): void {
    this.#sql.run(
      'DELETE FROM dynamo_entry WHERE index_id = ? AND slot = ? AND pk = ? AND sk = ? AND item_pk = ? AND item_sk = ?',
      index.id,
      entry.slot,
      entry.pk,
      entry.sk,
      key.pk,
      key.sk,
    );
  }
}

/** Applies a change to all indexes of a table. Returns the units per index that changed. */
export const applyToIndexes = (
  rows: IndexRows,
  table: Table,
  change: Change,
): ReadonlyMap<string, number> => {
  const units = new Map<string, number>();
  for (const index of table.indexes) {
    const cost = rows.apply(index, change);
    if (cost > 0) units.set(index.definition.name, cost);
  }
  return units;
};
