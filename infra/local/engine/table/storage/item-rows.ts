import { attributeOf } from '../../expression/value/attribute-value.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { itemSize } from '../../expression/value/value-size.ts';
import type { Table } from '../definition/table-shape.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import type { Statements } from './statements.ts';

/** A stored item; `text` is its JSON. */
export interface StoredItem {
  readonly id: number;
  readonly item: Item;
  readonly text: string;
  /** Bytes by the service's rules. */
  readonly size: number;
}

export const expiryOf = (table: Table, item: Item): number | null => {
  const { ttlAttribute } = table.definition;
  const value = ttlAttribute === undefined ? undefined : attributeOf(item, ttlAttribute);
  return value !== undefined && 'N' in value ? Number(value.N) : null;
};

export const toStored = (id: number, item: Item): StoredItem => ({
  id,
  item,
  text: JSON.stringify(item),
  size: itemSize(item),
});

export class ItemRows {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  find(table: Table, { slot, pk, sk }: KeyBytes): StoredItem | undefined {
    const row = this.#sql.get(
      'SELECT id, item, size FROM dynamo_item WHERE table_id = ? AND slot = ? AND pk = ? AND sk = ?',
      table.id,
      slot,
      pk,
      sk,
    );
    if (row === undefined) return undefined;
    const text = String(row['item']);
    return {
      id: Number(row['id']),
      item: JSON.parse(text) as Item,
      text,
      size: Number(row['size']),
    };
  }

  /** Returns the row id, which an item keeps for as long as it exists. */
  insert(table: Table, { slot, pk, sk }: KeyBytes, { item, text, size }: StoredItem): number {
    return this.#sql.run(
      'INSERT INTO dynamo_item (table_id, slot, pk, sk, item, size, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      table.id,
      slot,
      pk,
      sk,
      text,
      size,
      expiryOf(table, item),
    ).id;
  }

  replace(table: Table, { id, item, text, size }: StoredItem): void {
    this.#sql.run(
      'UPDATE dynamo_item SET item = ?, size = ?, expires_at = ? WHERE id = ?',
      text,
      size,
      expiryOf(table, item),
      id,
    );
  }

  remove(id: number): void {
    this.#sql.run('DELETE FROM dynamo_item WHERE id = ?', id);
  }
}
