/** The text of a body whose sender is not known to say what its bytes are. */
import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';

interface DecodedText {
  readonly text: string;
  readonly encoding: 'gb18030' | 'utf-16be' | 'utf-16le' | 'utf-8';
}

/** Many times a body that the gateway takes; a bomb ends here. */
const longestUnpacked = 20 * 1024 * 1024;

const startsWith = (bytes: Buffer, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte);

/** Returns what is within gzip; what cannot be unpacked stays as it came. */
const unpack = (bytes: Buffer): Buffer => {
  if (!startsWith(bytes, 0x1f, 0x8b)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: longestUnpacked });
  } catch {
    return bytes;
  }
};

/** JSON begins with a sign of ASCII, so one byte of its first two is zero in UTF-16. */
const isUtf16 = (bytes: Buffer): 'utf-16be' | 'utf-16le' | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  if (bytes[1] === 0 && bytes[0] !== 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] !== 0 ? 'utf-16be' : undefined;
};

/**
 * Decodes the bytes of a body by what they are, not by what a header says: gzip, UTF-16 and UTF-8 leave
 * no doubt. Everything else is tried as GB 18030, which a person has to look at.
 */
export const decodeSent = (sent: Buffer): DecodedText => {
  const bytes = unpack(sent);
  const encoding = isUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
};
