/** An attribute value in DynamoDB JSON, normalised: canonical numbers and base64, sorted sets. */
import { compareNumbers } from './decimal.ts';

export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: Item };

export type Item = Readonly<Record<string, AttributeValue>>;

export type TypeName = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M';

export const typeOf = (value: AttributeValue): TypeName => Object.keys(value)[0] as TypeName;

/** Reads own properties only, so an attribute called `constructor` is treated like any other. */
export const attributeOf = (item: Item, name: string): AttributeValue | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined;

export const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

/**
 * Compares by UTF-8 bytes, which differs from UTF-16 order outside the Basic Multilingual Plane.
 */
export const compareStrings = (left: string, right: string): number =>
  left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));

const compareBinary = (left: string, right: string): number =>
  Buffer.compare(bytesOf(left), bytesOf(right));

/** Compares two values of the same scalar type; undefined when they cannot be compared. */
export const compareValues = (left: AttributeValue, right: AttributeValue): number | undefined => {
  if ('S' in left && 'S' in right) return compareStrings(left.S, right.S);
  if ('N' in left && 'N' in right) return compareNumbers(left.N, right.N);
  if ('B' in left && 'B' in right) return compareBinary(left.B, right.B);
  return undefined;
};

const equalLists = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((element, at) => equalContent(element, right[at]));

const equalRecords = (left: object, right: object): boolean => {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(right, name) &&
      equalContent(left[name as keyof object], right[name as keyof object]),
  );
};

const equalContent = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  if (left === null || right === null) return false;
  if (Array.isArray(left)) return Array.isArray(right) && equalLists(left, right);
  return equalRecords(left, right);
};

/** Whether type and value are equal; sets regardless of order, because they are kept sorted. */
export const equalValues = (left: AttributeValue, right: AttributeValue): boolean =>
  equalContent(left, right);

export const equalItems = (left: Item | undefined, right: Item | undefined): boolean =>
  equalContent(left, right);
