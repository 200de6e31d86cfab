/** A table and its indexes as the engine represents them at run time. */
import { attributeOf } from '../../expression/value/attribute-value.ts';
import type { AttributeValue, Item } from '../../expression/value/attribute-value.ts';
import type { IndexDefinition, KeyAttribute, KeyDefinition, TableDefinition } from '../../model.ts';

export interface Index {
  readonly id: number;
  readonly definition: IndexDefinition;
  /** The attributes that a read of the index returns; undefined: all. */
  readonly shown: ReadonlySet<string> | undefined;
}

export interface Table {
  readonly id: number;
  readonly name: string;
  readonly definition: TableDefinition;
  readonly indexes: readonly Index[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export const keyAttributes = ({ partition, sort }: KeyDefinition): readonly KeyAttribute[] =>
  sort === undefined ? [partition] : [partition, sort];

export const keyNames = (keys: KeyDefinition): readonly string[] =>
  keyAttributes(keys).map(({ name }) => name);

/** Returns the attributes that an index read returns: index keys, table keys, projected ones. */
export const shownBy = (
  { keys, projection }: IndexDefinition,
  table: TableDefinition,
): ReadonlySet<string> | undefined => {
  if (projection === 'ALL') return undefined;
  const included = projection === 'KEYS_ONLY' ? [] : projection;
  return new Set([...keyNames(keys), ...keyNames(table.keys), ...included]);
};

export const pickAttributes = (item: Item, names: Iterable<string>): Item => {
  const members: [string, AttributeValue][] = [];
  for (const name of names) {
    const value = attributeOf(item, name);
    if (value !== undefined) members.push([name, value]);
  }
  return Object.fromEntries(members);
};

/** Returns an item as a read of the index returns it. */
export const imageIn = (index: Index, item: Item): Item =>
  index.shown === undefined ? item : pickAttributes(item, index.shown);
