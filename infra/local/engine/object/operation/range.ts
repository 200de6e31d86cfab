import { notImplemented, ObjectFault } from '../object-fault.ts';

/** First and last byte, both inclusive. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const makeInvalidRange = (header: string, size: number): ObjectFault =>
  new ObjectFault('InvalidRange', {
    members: { RangeRequested: header, ActualObjectSize: String(size) },
  });

const askedFor = (header: string, size: number): ByteRange | undefined => {
  const suffix = /^bytes=-(\d+)$/u.exec(header)?.[1];
  if (suffix !== undefined) {
    return { first: suffix === '0' ? size : Math.max(0, size - Number(suffix)), last: Infinity };
  }
  const [, from, to] = /^bytes=(\d+)-(\d*)$/u.exec(header) ?? [];
  if (from === undefined) return undefined;
  return { first: Number(from), last: to ? Number(to) : Infinity };
};

/**
 * Parses `bytes=2-5`, `bytes=2-` or `bytes=-3`. Undefined: the whole object, also for an invalid
 * header. Throws `ObjectFault` when the range contains no byte of the object.
 */
export const rangeOf = (header: string | undefined, size: number): ByteRange | undefined => {
  if (header === undefined) return undefined;
  if (/^bytes=.*,/u.test(header)) throw notImplemented('more than one range');
  const asked = askedFor(header, size);
  if (asked === undefined || asked.last < asked.first) return undefined;
  const range = { first: asked.first, last: Math.min(asked.last, size - 1) };
  if (range.first > range.last) throw makeInvalidRange(header, size);
  return range;
};
