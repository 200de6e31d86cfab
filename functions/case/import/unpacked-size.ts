/** Reads from the directory at the end of a ZIP archive how much it unpacks to, unpacking nothing. */
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

const endLength = 22;
const locatorLength = 20;
const locatorMark = 0x07_06_4b_50;
const streamedFlag = 8;

/**
 * Only archives of many gigabytes need a second directory. Which of the two counts, the reader of
 * workbooks decides in another way: one that is harmless here could hide the other.
 */
const hasSecondDirectory = (bytes: Buffer, { comment }: ZipFile): boolean => {
  const at = bytes.length - comment.length - endLength - locatorLength;
  return at >= 0 && bytes.readUInt32LE(at) === locatorMark;
};

/** What an entry does not say here, its reader takes from elsewhere, or from nowhere. */
const isSilent = ({ compressedSize, uncompressedSize, generalPurposeBitFlag }: Entry): boolean =>
  (uncompressedSize === 0 && compressedSize > 2) ||
  ((generalPurposeBitFlag & streamedFlag) !== 0 && compressedSize === 0);

const sumEntries = async (bytes: Buffer): Promise<number> => {
  // Names are of no interest, nor whether they would be good names of files.
  const archive = await fromBufferPromise(bytes, { decodeStrings: false });
  if (hasSecondDirectory(bytes, archive)) throw new RangeError('the archive has a ZIP64 directory');
  let sum = 0;
  for await (const entry of archive.eachEntry())
    sum += isSilent(entry) ? Number.POSITIVE_INFINITY : entry.uncompressedSize;
  return sum;
};

/**
 * The sum of what the entries say they unpack to, which the reader of workbooks holds each of them
 * to; infinite when one does not say it.
 * @throws RangeError when this is no ZIP archive, or only a part of one
 */
export const unpackedSize = async (bytes: Uint8Array): Promise<number> => {
  try {
    return await sumEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (fault) {
    throw new RangeError('not a complete ZIP archive', { cause: fault });
  }
};
