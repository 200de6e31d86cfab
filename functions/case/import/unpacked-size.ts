/** Reads the total unpacked size of a ZIP archive from its central directory, without unpacking. */

const endMark = 0x06_05_4b_50;
const entryMark = 0x02_01_4b_50;
const endLength = 22;
const entryLength = 46;
const longestComment = 65_535;
/** Marks a field whose value is in the ZIP64 extra field. */
const inExtra = 0xff_ff_ff_ff;
const zip64Extra = 1;
const inSecondDirectory = 0xff_ff;

const endOf = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
};

/** Reads the unpacked size, which is the first value of the ZIP64 field. */
const sizeInExtra = (view: DataView, from: number, length: number): number => {
  let at = from;
  while (at + 12 <= from + length) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === zip64Extra) return Number(view.getBigUint64(at + 4, true));
    at += 4 + size;
  }
  return Number.POSITIVE_INFINITY;
};

/**
 * True when an entry does not state its size in the directory; a reader would take it from
 * elsewhere.
 */
const isSilent = (packed: number, unpacked: number, streamed: boolean): boolean =>
  (unpacked === 0 && packed > 2) || (streamed && packed === 0);

const sizeOfEntry = (view: DataView, at: number): { size: number; next: number } => {
  if (view.getUint32(at, true) !== entryMark) throw new RangeError('no entry');
  const streamed = (view.getUint16(at + 8, true) & 8) !== 0;
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const name = view.getUint16(at + 28, true);
  const extra = view.getUint16(at + 30, true);
  const comment = view.getUint16(at + 32, true);
  const told = unpacked === inExtra ? sizeInExtra(view, at + entryLength + name, extra) : unpacked;
  const size = isSilent(packed, told, streamed) ? Number.POSITIVE_INFINITY : told;
  return { size, next: at + entryLength + name + extra + comment };
};

/**
 * Returns the sum of the declared unpacked sizes, in bytes; infinite when an entry declares none.
 * The workbook reader enforces the declared size of each entry.
 * @throws RangeError when this is no ZIP archive, or only a part of one
 */
export const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) throw new RangeError('no directory');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // A ZIP64 directory, which only archives of many gigabytes need.
  if (entries === inSecondDirectory || at === inExtra) throw new RangeError('ZIP64 directory');
  if (view.getUint32(end + 12, true) === inExtra) throw new RangeError('ZIP64 directory');
  let sum = 0;
  for (let count = 0; count < entries; count += 1) {
    const { size, next } = sizeOfEntry(view, at);
    sum += size;
    at = next;
  }
  return sum;
};
