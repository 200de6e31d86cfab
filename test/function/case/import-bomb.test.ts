import { describe, expect, it } from 'vitest';

import { unpackedSize } from '../../../functions/case/import/unpacked-size.ts';
import { zip } from '../../support/zip.ts';
import { rawWorkbook } from './file/raw-workbook.ts';
import { openImport, xlsxType } from './import-file-sample.ts';

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
    const sheetData =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const corners = rawWorkbook({ sheets: [{ name: 'a', sheetData }] });
    expect(corners.length).toBeLessThan(3000);
    expect(await refused(corners, xlsxType)).toBe('400 file_unreadable XLSX, ParseError');
  });
});
