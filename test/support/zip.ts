import { deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  /** A false size for the directory. */
  readonly declared?: number;
  /** The directory has no packed size in its ZIP64 field; the size at the content applies. */
  readonly streamed?: boolean;
}

/** The field with a packed size of zero. */
const noPackedSize = Buffer.from('01000800' + '00'.repeat(8), 'hex');

/** A ZIP archive with an arbitrary directory. */
export const zip = (entries: readonly ZipEntry[]): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared, streamed = false } of entries) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    const extra = streamed ? noPackedSize : Buffer.alloc(0);
    if (streamed) {
      head.writeUInt32LE(packed.length, 18);
      head.writeUInt32LE(content.length, 22);
      entry.writeUInt16LE(8, 8);
      entry.writeUInt32LE(0xffffffff, 20);
      entry.writeUInt16LE(extra.length, 30);
    }
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name), extra);
    offset += head.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
};
