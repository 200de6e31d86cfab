/** Node has no encoder for GB18030. This inverts its decoder for the characters of two bytes. */
const mapTwoBytes = (): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return found;
};

/** @throws RangeError for a character that takes four bytes */
export const encodeGb18030 = (text: string): Uint8Array<ArrayBuffer> => {
  const known = mapTwoBytes();
  const bytes = Array.from(text).flatMap((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const found = code < 0x80 ? [code] : known.get(sign);
    if (found === undefined) throw new RangeError(`${sign} takes four bytes in GB18030`);
    return found;
  });
  return Uint8Array.from(bytes);
};
