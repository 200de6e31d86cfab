/** Limits of single attributes that hold on every way they come into an item or an expression. */
import type { AttributeValue } from './attribute-value.ts';

export const MAX_DEPTH = 32;

/** A name of 64 KB is refused already: the service's documentation is off by one there. */
export const MAX_NAME_BYTES = 65_535;

export const isNameTooLong = (name: string): boolean =>
  name.length > MAX_NAME_BYTES / 4 && Buffer.byteLength(name) > MAX_NAME_BYTES;

/** Whether a value has parts on more levels than that; its own is the first. */
export const isDeeperThan = (value: AttributeValue, levels: number): boolean => {
  if (levels === 0) return true;
  if ('L' in value) return value.L.some((element) => isDeeperThan(element, levels - 1));
  if (!('M' in value)) return false;
  return Object.values(value.M).some((member) => isDeeperThan(member, levels - 1));
};
