/**
 * Encodes key attributes as bytes whose order is the order of the values: strings as UTF-8,
 * binaries unchanged, numbers as exponent and base-100 digits (complemented when negative).
 */
import { bytesOf } from '../../expression/value/attribute-value.ts';
import type { AttributeValue, Item } from '../../expression/value/attribute-value.ts';
import { attributeOf } from '../../expression/value/attribute-value.ts';
import { magnitude, parseDecimal, significantDigits } from '../../expression/value/decimal.ts';
import type { KeyAttribute, KeyDefinition } from '../../model.ts';

export interface KeyBytes {
  /** A 32-bit hash of the partition key. */
  readonly slot: number;
  readonly pk: Buffer;
  /** Empty when there is no sort key. */
  readonly sk: Buffer;
}

const NO_SORT_KEY = Buffer.alloc(0);

const NEGATIVE = 0x40;
const ZERO = 0x80;
const POSITIVE = 0xc0;
const LOWEST_MAGNITUDE = -130;

const digitPairs = (digits: string): number[] => {
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  const pairs: number[] = [];
  // Plus one, so that no pair is as low as the end of a shorter number.
  for (let at = 0; at < even.length; at += 2) pairs.push(Number(even.slice(at, at + 2)) + 1);
  return pairs;
};

/** Returns the order-preserving bytes of a canonical number. */
export const numberBytes = (canonical: string): Buffer => {
  const value = parseDecimal(canonical);
  if (value.coefficient === 0n) return Buffer.of(ZERO);
  const body = [magnitude(value) - LOWEST_MAGNITUDE, ...digitPairs(significantDigits(value))];
  if (value.coefficient > 0n) return Buffer.from([POSITIVE, ...body]);
  // The end mark is above every complemented pair: of two negative numbers the longer is the lower.
  return Buffer.from([NEGATIVE, ...body.map((byte) => 0xff - byte), 0xff]);
};

/** FNV-1a with a final mix, so that similar keys get distant slots. */
export const slotOf = (pk: Uint8Array): number => {
  let hash = 0x811c9dc5;
  for (const byte of pk) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Undefined for a value that cannot be a key. */
export const scalarBytes = (value: AttributeValue): Buffer | undefined => {
  if ('S' in value) return Buffer.from(value.S);
  if ('N' in value) return numberBytes(value.N);
  return 'B' in value ? bytesOf(value.B) : undefined;
};

const attributeBytes = (item: Item, key: KeyAttribute): Buffer | undefined => {
  const value = attributeOf(item, key.name);
  if (value === undefined || !Object.hasOwn(value, key.type)) return undefined;
  const bytes = scalarBytes(value);
  return bytes === undefined || bytes.length === 0 ? undefined : bytes;
};

/** Returns the key of an item; undefined when an attribute is missing, empty or of another type. */
export const keyBytesOf = (item: Item, keys: KeyDefinition): KeyBytes | undefined => {
  const pk = attributeBytes(item, keys.partition);
  const sk = keys.sort === undefined ? NO_SORT_KEY : attributeBytes(item, keys.sort);
  return pk === undefined || sk === undefined ? undefined : { slot: slotOf(pk), pk, sk };
};

export const sameKeyBytes = (one: KeyBytes, other: KeyBytes): boolean =>
  one.pk.equals(other.pk) && one.sk.equals(other.sk);
