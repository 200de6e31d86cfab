/** Limits of single attributes, in items and in expressions. */
import type { AttributeValue } from './attribute-value.ts';

export const MAX_DEPTH = 32;

/** The service refuses a name of exactly 64 KB; its documentation is off by one. */
export const MAX_NAME_BYTES = 65_535;

export const isNameTooLong = (name: string): boolean =>
  name.length > MAX_NAME_BYTES / 4 && Buffer.byteLength(name) > MAX_NAME_BYTES;

/** Returns whether a value is nested deeper than `levels`; the value itself is the first level. */
export const isDeeperThan = (value: AttributeValue, levels: number): boolean => {
  if (levels === 0) return true;
  if ('L' in value) return value.L.some((element) => isDeeperThan(element, levels - 1));
  if (!('M' in value)) return false;
  return Object.values(value.M).some((member) => isDeeperThan(member, levels - 1));
};
