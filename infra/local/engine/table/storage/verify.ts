/** Compares items, index rows and stream for consistency; used after crashes. */
import { equalItems } from '../../expression/value/attribute-value.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { keyNames, pickAttributes } from '../definition/table-shape.ts';
import type { Index, Table } from '../definition/table-shape.ts';
import type { EngineCore } from '../engine-core.ts';
import { keyBytesOf } from '../key/key-bytes.ts';
import type { KeyBytes } from '../key/key-bytes.ts';

const toHex = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('hex');

const entryText = (entry: KeyBytes, key: KeyBytes, id: number): string =>
  [entry.slot, toHex(entry.pk), toHex(entry.sk), toHex(key.pk), toHex(key.sk), id].join('/');

const verifyKeys = (core: EngineCore, table: Table): readonly string[] => {
  const faults: string[] = [];
  for (const { key, stored } of core.catalog.rows(table.id)) {
    const own = keyBytesOf(stored.item, table.definition.keys);
    if (own?.slot === key.slot && own.pk.equals(key.pk) && own.sk.equals(key.sk)) continue;
    faults.push(`${table.name}: the row of item ${stored.id} is not under the key of the item`);
  }
  return faults;
};

const expectedEntries = (core: EngineCore, table: Table, index: Index): ReadonlySet<string> => {
  const expected = new Set<string>();
  for (const { key, stored } of core.catalog.rows(table.id)) {
    const entry = keyBytesOf(stored.item, index.definition.keys);
    if (entry !== undefined) expected.add(entryText(entry, key, stored.id));
  }
  return expected;
};

const actualEntries = (core: EngineCore, index: Index): ReadonlySet<string> => {
  const actual = new Set<string>();
  for (const row of core.sql.each('SELECT * FROM dynamo_entry WHERE index_id = ?', index.id)) {
    const parts = [row['slot'], toHex(row['pk']), toHex(row['sk']), toHex(row['item_pk'])];
    actual.add([...parts, toHex(row['item_sk']), row['item_id']].join('/'));
  }
  return actual;
};

const verifyIndex = (core: EngineCore, table: Table, index: Index): readonly string[] => {
  const [expected, actual] = [expectedEntries(core, table, index), actualEntries(core, index)];
  const name = `${table.name}/${index.definition.name}`;
  const missing = [...expected].filter((entry) => !actual.has(entry));
  const extra = [...actual].filter((entry) => !expected.has(entry));
  return [
    ...missing.map((entry) => `${name}: the index lacks ${entry}`),
    ...extra.map((entry) => `${name}: the index has ${entry}, which no item asks for`),
  ];
};

/** Returns the newest image of every key that the stream still contains; null after a removal. */
const lastImages = (core: EngineCore, table: Table): ReadonlyMap<string, Item | null> => {
  const images = new Map<string, Item | null>();
  const rows = core.sql.each(
    'SELECT keys, new_image FROM dynamo_change WHERE shard IN ' +
      '(SELECT shard FROM dynamo_shard WHERE table_id = ?) ORDER BY sequence',
    table.id,
  );
  for (const { keys, new_image: image } of rows) {
    const parsed = typeof image === 'string' ? (JSON.parse(image) as Item) : null;
    images.set(String(keys), parsed);
  }
  return images;
};

const verifyStream = (core: EngineCore, table: Table): readonly string[] => {
  const images = lastImages(core, table);
  const faults: string[] = [];
  const present = new Set<string>();
  for (const { stored } of core.catalog.rows(table.id)) {
    const keys = JSON.stringify(pickAttributes(stored.item, keyNames(table.definition.keys)));
    present.add(keys);
    const last = images.get(keys);
    if (last === undefined || equalItems(last ?? undefined, stored.item)) continue;
    faults.push(`${table.name}: the stream's last image of ${keys} is not the item`);
  }
  for (const [keys, last] of images) {
    if (last === null || present.has(keys)) continue;
    faults.push(`${table.name}: the stream says that ${keys} exists, and it does not`);
  }
  return faults;
};

/** Returns a description of every inconsistency; empty when there is none. */
export const verifyAll = (core: EngineCore): string[] =>
  core.catalog
    .all()
    .flatMap((table) => [
      ...verifyKeys(core, table),
      ...table.indexes.flatMap((index) => verifyIndex(core, table, index)),
      ...verifyStream(core, table),
    ]);
