import { deflateRawSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { unpackedSize } from '../../../functions/case/import/unpacked-size.ts';
import { openImport, xlsxType } from './import-file-sample.ts';

interface Entry {
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
const zip = (entries: readonly Entry[]): Buffer => {
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

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The minimum parts of a workbook, around the rows of its sheet. */
const workbookParts = (rows: string): readonly Entry[] =>
  Object.entries({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  }).map(([name, text]) => ({ name, content: Buffer.from(text) }));

describe('a workbook made to unpack to more than memory holds', () => {
  const noughts = Buffer.alloc(40 * 1024 * 1024);

  it('is refused before anything is unpacked, one entry or many', async () => {
    const { refused } = await openImport();
    const one = zip([{ name: 'xl/workbook.xml', content: noughts }]);
    expect(one.length).toBeLessThan(50_000);
    expect(await refused(one, xlsxType)).toBe('413 file_unpacks_too_large 32 MiB');
    const share = noughts.subarray(0, 5 * 1024 * 1024);
    const many = zip(Array.from({ length: 8 }, (_, n) => ({ name: `${n}.xml`, content: share })));
    expect(await refused(many, xlsxType)).toBe('413 file_unpacks_too_large 32 MiB');
  });

  it('gains nothing by a directory that lies', async () => {
    const { refused } = await openImport();
    const small = zip([{ name: '[Content_Types].xml', content: noughts, declared: 1000 }]);
    expect(await unpackedSize(small)).toBe(1000);
    expect(await refused(small, xlsxType)).toBe('400 file_unreadable XLSX, ZipError');
    const silent = zip([{ name: '[Content_Types].xml', content: noughts, declared: 0 }]);
    expect(await unpackedSize(silent)).toBe(Number.POSITIVE_INFINITY);
    const elsewhere = zip([{ name: 'a', content: Buffer.from('a') }]);
    elsewhere.writeUInt16LE(0xffff, elsewhere.length - 12);
    await expect(unpackedSize(elsewhere)).rejects.toThrow(RangeError);
  });

  it('nor by a packed size that only the content tells', async () => {
    const { refused } = await openImport();
    const name = '[Content_Types].xml';
    const hidden = zip([{ name, content: noughts, declared: 1000, streamed: true }]);
    expect(await unpackedSize(hidden)).toBe(Number.POSITIVE_INFINITY);
    expect(await refused(hidden, xlsxType)).toBe('413 file_unpacks_too_large 32 MiB');
  });

  it('nor by a second, empty directory that not every reader turns to', async () => {
    const { refused } = await openImport();
    const one = zip([{ name: 'xl/workbook.xml', content: noughts }]);
    const [before, end] = [one.subarray(0, -22), one.subarray(-22)];
    const empty = Buffer.alloc(56);
    empty.writeUInt32LE(0x06064b50, 0);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(before.length), 8);
    const two = Buffer.concat([before, empty, locator, end]);
    await expect(unpackedSize(two)).rejects.toThrow(RangeError);
    expect(await refused(two, xlsxType)).toBe('400 file_unreadable XLSX');
  });

  it('nor by two cells in far corners of a sheet', async () => {
    const { refused } = await openImport();
    const corners = zip(
      workbookParts(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    );
    expect(corners.length).toBeLessThan(2000);
    expect(await refused(corners, xlsxType)).toBe('400 file_unreadable XLSX, ParseError');
  });
});
