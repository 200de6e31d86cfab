/** Validates the keys in requests against the schema of the table and its indexes. */
import { makeValidationError, invalidValue } from '../../expression/refusal.ts';
import { attributeOf, typeOf } from '../../expression/value/attribute-value.ts';
import type { AttributeValue, Item } from '../../expression/value/attribute-value.ts';
import type { KeyAttribute, KeyDefinition } from '../../model.ts';
import { keyAttributes } from '../definition/table-shape.ts';
import type { Table } from '../definition/table-shape.ts';
import { keyBytesOf, scalarBytes } from './key-bytes.ts';
import type { KeyBytes } from './key-bytes.ts';

const MAX_PARTITION_KEY_BYTES = 2048;
const MAX_SORT_KEY_BYTES = 1024;

const noMatch = () => makeValidationError('The provided key element does not match the schema');

const kindOfEmpty = (value: AttributeValue): 'string' | 'binary' | undefined => {
  if ('S' in value) return value.S === '' ? 'string' : undefined;
  return 'B' in value && value.B === '' ? 'binary' : undefined;
};

const checkLength = (value: AttributeValue, isPartition: boolean): void => {
  if ('N' in value) return;
  const length = scalarBytes(value)?.length ?? 0;
  if (isPartition && length > MAX_PARTITION_KEY_BYTES) {
    throw invalidValue('Size of hashkey has exceeded the maximum size limit of2048 bytes');
  }
  if (!isPartition && length > MAX_SORT_KEY_BYTES) {
    throw invalidValue(
      'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
  }
};

/** Refuses a key value that is empty or too long. */
export const checkKeyValue = (value: AttributeValue, name: string, isPartition: boolean): void => {
  const empty = kindOfEmpty(value);
  if (empty !== undefined) {
    throw makeValidationError(
      'One or more parameter values are not valid. The AttributeValue for a key attribute ' +
        `cannot contain an empty ${empty} value. Key: ${name}`,
    );
  }
  checkLength(value, isPartition);
};

const encodeKey = (item: Item, keys: KeyDefinition): KeyBytes => {
  const bytes = keyBytesOf(item, keys);
  if (bytes === undefined) throw noMatch();
  return bytes;
};

/** Reads a key from a request: exactly the key attributes, of the right types, none empty. */
export const readKey = (keys: KeyDefinition, key: Item): KeyBytes => {
  const attributes = keyAttributes(keys);
  if (Object.keys(key).length !== attributes.length) throw noMatch();
  for (const attribute of attributes) {
    const value = attributeOf(key, attribute.name);
    if (value === undefined || typeOf(value) !== attribute.type) throw noMatch();
    checkKeyValue(value, attribute.name, attribute === keys.partition);
  }
  return encodeKey(key, keys);
};

/** Reads the `Key` of a request. */
export const keyGiven = (table: Table, key: Item): KeyBytes => readKey(table.definition.keys, key);

const checkKeyOfItem = (item: Item, { name, type }: KeyAttribute, isPartition: boolean): void => {
  const value = attributeOf(item, name);
  if (value === undefined) throw invalidValue(`Missing the key ${name} in the item`);
  if (typeOf(value) !== type) {
    const actual = `expected: ${type} actual: ${typeOf(value)}`;
    throw invalidValue(`Type mismatch for key ${name} ${actual}`);
  }
  checkKeyValue(value, name, isPartition);
};

/** Reads the key from a whole item that is to be put. */
export const keyOfItem = (table: Table, item: Item): KeyBytes => {
  const { keys } = table.definition;
  for (const attribute of keyAttributes(keys)) {
    checkKeyOfItem(item, attribute, attribute === keys.partition);
  }
  return encodeKey(item, keys);
};

interface IndexKey {
  readonly attribute: KeyAttribute;
  readonly index: string;
  readonly isPartition: boolean;
}

export const indexKeys = (table: Table): readonly IndexKey[] =>
  table.indexes.flatMap(({ definition: { name, keys } }) =>
    keyAttributes(keys).map((attribute) => ({
      attribute,
      index: name,
      isPartition: attribute === keys.partition,
    })),
  );

/** An item may lack an index key, but it must not have one that is empty or of another type. */
export const checkIndexKeys = (table: Table, item: Item): void => {
  for (const { attribute, index, isPartition } of indexKeys(table)) {
    const value = attributeOf(item, attribute.name);
    if (value === undefined) continue;
    if (typeOf(value) !== attribute.type) {
      throw invalidValue(
        `Type mismatch for Index Key ${attribute.name} Expected: ${attribute.type} ` +
          `Actual: ${typeOf(value)} IndexName: ${index}`,
      );
    }
    const empty = kindOfEmpty(value);
    if (empty !== undefined) {
      throw makeValidationError(
        'One or more parameter values are not valid. A value specified for a secondary index ' +
          'key is not supported. The AttributeValue for a key attribute cannot contain an empty ' +
          `${empty} value. IndexName: ${index}, IndexKey: ${attribute.name}`,
      );
    }
    checkLength(value, isPartition);
  }
};
