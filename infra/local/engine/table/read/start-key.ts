/** `ExclusiveStartKey`: where the previous page ended. */
import { makeValidationError } from '../../expression/refusal.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import type { KeyDefinition } from '../../model.ts';
import { ServiceError } from '../../wire.ts';
import type { Parameters } from '../definition/parameters.ts';
import { keyNames, pickAttributes } from '../definition/table-shape.ts';
import type { Index, Table } from '../definition/table-shape.ts';
import { readKey } from '../key/key-check.ts';
import type { KeyRange } from './key-range.ts';
import type { Bound, Position } from './traversal.ts';

const badStart = (detail = '') =>
  makeValidationError(`The provided starting key is invalid${detail}`);

/** Rewords an error about a part of the key as an error about the starting key. */
const ofStartKey = <T>(read: () => T): T => {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof ServiceError) || fault.code !== 'ValidationException') throw fault;
    throw badStart(`: ${fault.message}`);
  }
};

export const startKeyOf = (parameters: Parameters): Item | undefined =>
  ofStartKey(() => parameters.item('ExclusiveStartKey'));

/** Throws ValidationException unless the key has exactly the attributes of table and index. */
export const startPosition = (key: Item, table: Table, index: Index | undefined): Position => {
  const { keys } = table.definition;
  const readKeyPart = (of: KeyDefinition) =>
    ofStartKey(() => readKey(of, pickAttributes(key, keyNames(of))));
  if (index === undefined) return { entry: undefined, item: ofStartKey(() => readKey(keys, key)) };
  const entryKeys = index.definition.keys;
  const wanted = new Set([...keyNames(keys), ...keyNames(entryKeys)]);
  const given = Object.keys(key);
  if (given.length !== wanted.size || !given.every((name) => wanted.has(name))) throw badStart();
  return { entry: readKeyPart(entryKeys), item: readKeyPart(keys) };
};

/** Returns whether the bytes are before everything within the bound. */
export const isBelow = (bytes: Buffer, bound: Bound | undefined): boolean => {
  if (bound === undefined) return false;
  const order = Buffer.compare(bytes, bound.bytes);
  return order < 0 || (order === 0 && !bound.inclusive);
};

/** Returns whether the bytes are after everything within the bound. */
export const isAbove = (bytes: Buffer, bound: Bound | undefined): boolean => {
  if (bound === undefined) return false;
  const order = Buffer.compare(bytes, bound.bytes);
  return order > 0 || (order === 0 && !bound.inclusive);
};

/** A query must continue where it could have ended. One for a whole key cannot continue. */
export const checkWithinRange = ({ entry, item }: Position, range: KeyRange): void => {
  const { pk, sk } = entry ?? item;
  const isElsewhere = !pk.equals(range.partition.pk);
  const isBounded = range.lower !== undefined || range.upper !== undefined;
  if (isElsewhere && !isBounded) {
    throw makeValidationError(
      'The provided starting key is outside query boundaries based on provided conditions',
    );
  }
  if (isBelow(sk, range.lower) || isAbove(sk, range.upper)) {
    throw makeValidationError('The provided starting key does not match the range key predicate');
  }
  // The service uses the same message for another partition, if there is a condition on the sort
  // key.
  if (isElsewhere || (entry === undefined && range.isWholeKey)) {
    throw makeValidationError('The query can return at most one row and cannot be restarted');
  }
};
