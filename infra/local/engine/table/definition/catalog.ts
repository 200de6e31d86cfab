import type { LocalClock } from '../../clock.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { itemSize } from '../../expression/value/value-size.ts';
import type { IndexDefinition, KeyAttribute, KeyDefinition, TableDefinition } from '../../model.ts';
import { ServiceError } from '../../wire.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import { expiryOf } from '../storage/item-rows.ts';
import type { StoredItem } from '../storage/item-rows.ts';
import type { Statements } from '../storage/statements.ts';
import type { IndexRows } from './index-rows.ts';
import { keyAttributes, shownBy } from './table-shape.ts';
import type { Index, Table } from './table-shape.ts';

const showKey = ({ name, type }: KeyAttribute): string => `${name} (${type})`;

const showKeys = (keys: KeyDefinition): string => keyAttributes(keys).map(showKey).join(', ');

export const notFound = (detail = ''): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Requested resource not found${detail}`);

interface StoredRow {
  readonly key: KeyBytes;
  readonly stored: StoredItem;
}

/** The defined tables, and access to their rows for rebuilding derived data. */
export class Catalog {
  readonly #sql: Statements;
  readonly #entries: IndexRows;
  readonly #clock: LocalClock;
  readonly #tables = new Map<string, Table>();

  constructor(sql: Statements, entries: IndexRows, clock: LocalClock) {
    this.#sql = sql;
    this.#entries = entries;
    this.#clock = clock;
  }

  /** Looks up a table by name or ARN. Throws ResourceNotFoundException. */
  table(name: string): Table {
    const table = name.startsWith('arn:') ? this.#withArn(name) : this.#tables.get(name);
    if (table === undefined) throw notFound();
    return table;
  }

  all(): readonly Table[] {
    return [...this.#tables.values()];
  }

  /** Throws when the stored table has other keys; the keys of a table cannot change. */
  define(definition: TableDefinition): void {
    const known = this.#stored(definition);
    const id = known?.id ?? this.#create(definition);
    const table: Table = {
      id,
      name: definition.name,
      definition,
      indexes: definition.indexes.map((index) => this.#defineIndex(id, index, definition)),
      createdAt: known?.createdAt ?? this.#clock.now(),
    };
    this.#dropOthers(table);
    if (known?.ttlAttribute !== definition.ttlAttribute) this.#refillExpiry(table);
    this.#sql.run(
      'UPDATE dynamo_table SET definition = ? WHERE id = ?',
      JSON.stringify(definition),
      id,
    );
    this.#tables.set(definition.name, table);
  }

  /** Yields all rows of a table in unspecified order. */
  *rows(tableId: number): Iterable<StoredRow> {
    const rows = this.#sql.each(
      'SELECT id, slot, pk, sk, item FROM dynamo_item WHERE table_id = ?',
      tableId,
    );
    for (const row of rows) {
      const text = String(row['item']);
      const item = JSON.parse(text) as Item;
      const key = {
        slot: Number(row['slot']),
        pk: Buffer.from(row['pk'] as Uint8Array),
        sk: Buffer.from(row['sk'] as Uint8Array),
      };
      yield { key, stored: { id: Number(row['id']), item, text, size: itemSize(item) } };
    }
  }

  /** The same name in another account or region is another table. */
  #withArn(arn: string): Table | undefined {
    return this.all().find(({ definition }) => definition.arn === arn);
  }

  #stored(definition: TableDefinition) {
    const row = this.#sql.get('SELECT * FROM dynamo_table WHERE name = ?', definition.name);
    if (row === undefined) return undefined;
    const { keys, ttlAttribute } = JSON.parse(String(row['definition'])) as TableDefinition;
    if (showKeys(keys) !== showKeys(definition.keys)) {
      throw new Error(
        `Table ${definition.name} is stored with the key ${showKeys(keys)} and cannot become ` +
          `one with the key ${showKeys(definition.keys)}; use another name or another data folder`,
      );
    }
    return { id: Number(row['id']), createdAt: Number(row['created_at']), ttlAttribute };
  }

  #create(definition: TableDefinition): number {
    return this.#sql.run(
      'INSERT INTO dynamo_table (name, definition, created_at) VALUES (?, ?, ?)',
      definition.name,
      JSON.stringify(definition),
      this.#clock.now(),
    ).id;
  }

  #defineIndex(tableId: number, definition: IndexDefinition, table: TableDefinition): Index {
    const known = this.#sql.get(
      'SELECT id, keys FROM dynamo_index WHERE table_id = ? AND name = ?',
      tableId,
      definition.name,
    );
    const keys = showKeys(definition.keys);
    const shown = shownBy(definition, table);
    if (known?.['keys'] === keys) return { id: Number(known['id']), definition, shown };
    if (known !== undefined) this.#entries.drop(Number(known['id']));
    const { id } = this.#sql.run(
      'INSERT INTO dynamo_index (table_id, name, keys) VALUES (?, ?, ?)',
      tableId,
      definition.name,
      keys,
    );
    const index = { id, definition, shown };
    for (const { key, stored } of this.rows(tableId)) this.#entries.admit(index, key, stored);
    return index;
  }

  #dropOthers({ id, indexes }: Table): void {
    const wanted = new Set(indexes.map((index) => index.id));
    for (const row of this.#sql.all('SELECT id FROM dynamo_index WHERE table_id = ?', id)) {
      if (!wanted.has(Number(row['id']))) this.#entries.drop(Number(row['id']));
    }
  }

  #refillExpiry(table: Table): void {
    const expiries = [...this.rows(table.id)].map(
      ({ stored }) => [expiryOf(table, stored.item), stored.id] as const,
    );
    for (const [at, id] of expiries) {
      this.#sql.run('UPDATE dynamo_item SET expires_at = ? WHERE id = ?', at, id);
    }
  }
}
