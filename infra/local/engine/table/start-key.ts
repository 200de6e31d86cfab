/** `ExclusiveStartKey`: where the page before ended. */
import { attributeOf } from '../expression/attribute-value.ts';
import type { Item } from '../expression/attribute-value.ts';
import { invalid } from '../expression/refusal.ts';
import { keyBytesOf } from './key-bytes.ts';
import type { KeyRange } from './key-range.ts';
import { keyNames } from './table-shape.ts';
import type { Index, Table } from './table-shape.ts';
import type { Bound, Position } from './traversal.ts';

const badStart = (detail = '') => invalid(`The provided starting key is invalid${detail}`);

/** Throws ValidationException unless the key has exactly the attributes of table and index. */
export const startPosition = (key: Item, table: Table, index: Index | undefined): Position => {
  const own = keyNames(table.definition.keys);
  const wanted = new Set([...own, ...(index === undefined ? [] : keyNames(index.definition.keys))]);
  const complete = [...wanted].every((name) => attributeOf(key, name) !== undefined);
  const item = keyBytesOf(key, table.definition.keys);
  const entry = index === undefined ? undefined : keyBytesOf(key, index.definition.keys);
  const size = Object.keys(key).length;
  if (!complete || size !== wanted.size || item === undefined) {
    throw badStart(': The provided key element does not match the schema');
  }
  if (index !== undefined && entry === undefined) throw badStart();
  return { entry, item };
};

const below = (bytes: Buffer, bound: Bound | undefined): boolean => {
  if (bound === undefined) return false;
  const order = Buffer.compare(bytes, bound.bytes);
  return order < 0 || (order === 0 && !bound.inclusive);
};

const above = (bytes: Buffer, bound: Bound | undefined): boolean => {
  if (bound === undefined) return false;
  const order = Buffer.compare(bytes, bound.bytes);
  return order > 0 || (order === 0 && !bound.inclusive);
};

/** A query must go on where it could have ended. */
export const checkWithinRange = ({ entry, item }: Position, range: KeyRange): void => {
  const { pk, sk } = entry ?? item;
  if (!pk.equals(range.partition.pk)) {
    throw invalid(
      'The provided starting key is outside query boundaries based on provided conditions',
    );
  }
  if (below(sk, range.lower) || above(sk, range.upper)) {
    throw invalid('The provided starting key does not match the range key predicate');
  }
};
