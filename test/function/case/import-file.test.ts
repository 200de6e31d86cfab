import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { fileColumns } from '../../../events/case/import-file.table.ts';
import { largestFile, longestFile } from '../../../events/case/import.ts';
import type { CaseImportAnswer } from '../../../events/case/import.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import type { Reply } from '../reply.ts';
import { bodyOf, newWorld, outcomeOf } from '../world.ts';
import {
  acceptedLine,
  chineseNames,
  csvOf,
  csvType,
  gb18030,
  ndjsonType,
  openImport,
  rowsOf,
  xlsxOf,
  xlsxType,
} from './import-file-sample.ts';
import type { Values } from './import-file-sample.ts';

const line = acceptedLine();
const good = csvOf([line]);
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]);

describe('a file that cannot be read as a whole changes nothing', () => {
  it.each<[string, string | Uint8Array, string, string]>([
    ['of another type', good, 'text/html', '415 file_type_unknown'],
    ['said to be in Big5', good, `${csvType}; charset=big5`, '415 file_charset_unknown (big5'],
    [
      'of JSON Lines said to be in GBK',
      '{}',
      `${ndjsonType}; charset=gbk`,
      '415 file_charset_unknown (gbk',
    ],
    ['in UTF-16, cut', utf16.subarray(0, -1), csvType, '400 file_cut_off (UTF-16'],
    ['in UTF-16 without its mark', utf16.subarray(2), csvType, '400 file_encoding_unknown (NUL'],
    [
      'in no encoding at all',
      Buffer.from([0x61, 0x2c, 0xff, 0x0a]),
      csvType,
      '400 file_encoding_unknown',
    ],
    [
      'cut within a character',
      gb18030('办件').subarray(0, 3),
      csvType,
      '400 file_encoding_unknown',
    ],
    ['JSON Lines in GB18030', gb18030('{"a":"办"}'), ndjsonType, '400 file_encoding_unknown'],
    ['that is empty', '', csvType, '400 file_empty'],
    ['with a header only', good.split('\r\n')[0] ?? '', csvType, '400 file_empty'],
    [
      'without a header',
      `${Object.values(line).join(',')}\r\n`,
      csvType,
      '400 file_header_missing',
    ],
    ['separated otherwise', good.replaceAll(',', '|'), csvType, '400 file_header_missing'],
    [
      'cut within a character of UTF-8',
      Buffer.from(`${good}办件`).subarray(0, -1),
      csvType,
      '400 file_cut_off (UTF-8',
    ],
    [
      'with a quote that never closes',
      `${good}"${'x'.repeat(20)}`,
      csvType,
      '400 file_quotes_unmatched',
    ],
    [
      'whose quotes swallow a line',
      `${good}"a,b\r\nc,"d",e\r\n`,
      csvType,
      '400 file_quotes_unmatched (第 4 行',
    ],
    [
      'with a cell far too long',
      `${good}${'x'.repeat(400_000)}`,
      csvType,
      '400 file_line_too_long (',
    ],
    ['that is no workbook', good, xlsxType, '400 file_unreadable'],
    ['that is too large', Buffer.alloc(largestFile + 1, 0x61), csvType, '413 file_too_large'],
    [
      'that is too long',
      csvOf(Array.from({ length: longestFile + 1 }, () => line)),
      csvType,
      '413 file_too_many_lines',
    ],
  ])('%s', async (_name, file, type, expected) => {
    const { refused } = await openImport();
    expect(`${await refused(file, type)} `).toContain(expected.replace('(', ''));
  });

  it('names columns that are unknown, missing or there twice, in either language', async () => {
    const { refused } = await openImport();
    const unknown = csvOf([{ ...line, remark: 'x', 备注: 'y' }]);
    expect(await refused(unknown)).toBe('400 file_columns_unknown N remark, O 备注');
    const { at: _at, projectNo: _no, ...rest } = line;
    expect(await refused(csvOf([rest]))).toBe(
      '400 file_columns_missing 办件统一编号 projectNo, 发生时间 at',
    );
    const twice = csvOf([{ ...line, 行政区划: '330602' }]);
    expect(await refused(twice)).toBe('400 file_columns_twice H area = N 行政区划');
  });

  it('says that the gateway spoilt its characters, before it says that the digest is wrong', async () => {
    const { world, key: by } = await openImport();
    const spoilt = gb18030(csvOf([line], { names: chineseNames })).toString('utf8');
    const reply = await world.call('POST /v1/cases/import', {
      by,
      headers: { 'content-type': 'text/csv' },
      raw: spoilt,
    });
    expect(outcomeOf(reply)).toBe('400 file_characters_lost');
    const sound = { by, headers: { 'content-type': 'text/csv; charset=utf-8' }, raw: good };
    expect((await world.call('POST /v1/cases/import', sound)).body).toMatchObject({ stored: 1 });
  });
});

describe('a quote', () => {
  it('within a cell that does not begin with one is a character, as exports keep numbers whole', async () => {
    const { world, send } = await openImport();
    const kept = acceptedLine();
    const named: Values = { ...acceptedLine(), matterName: '食品"经营"许可' };
    const { projectNo = '' } = kept;
    const file = csvOf([kept, { ...named, matterName: 'NAME' }])
      .replace(projectNo, `="${projectNo}"`)
      .replace('NAME', String(named['matterName']));
    expect((await send(file)).body).toMatchObject({ stored: 2 });
    expect(await world.stores.cases.find(projectNo)).toBeDefined();
    const other = await world.stores.cases.find(named['projectNo'] ?? '');
    expect(other?.matter.name).toBe(named['matterName']);
  });
});

describe('what a line lacks as a whole', () => {
  it('is told by the columns it could stand in', async () => {
    const { send } = await openImport();
    const empty: Values = { ...acceptedLine(), matterCode: '', matterName: '' };
    const { caseKind: _kind, ...given } = empty;
    const { lines } = bodyOf<CaseImportAnswer>(await send(csvOf([given])));
    expect(lines[0]?.problem?.errors).toMatchObject([
      { path: '/header/matter', column: 'matterCode、matterName' },
      { path: '/header/caseKind', column: '办件类型' },
    ]);
  });
});

/** One line of a workbook: `stored`, or the column and its problem. */
const lineTold = (reply: Reply, at = 0): string => {
  const { outcome, problem } = bodyOf<CaseImportAnswer>(reply).lines[at] ?? {};
  const [error] = problem?.errors ?? [];
  return error === undefined
    ? (problem?.code ?? String(outcome))
    : `${error.column} ${error.problem}`;
};

describe('a workbook', () => {
  const values: Values = { ...acceptedLine(), staffId: 'W-1', staffName: '示例乙' };

  it.each<[string, Readonly<Record<string, string | number | boolean | Date>>, string]>([
    [
      'a case number stored as a number',
      { projectNo: Number('330602261120000000017') },
      'projectNo changed_by_spreadsheet',
    ],
    [
      'a case number that was rounded and made text',
      { projectNo: '330602261120000000000' },
      'projectNo changed_by_spreadsheet',
    ],
    [
      'a code taken for a date',
      { staffId: new Date('2026-01-02') },
      'staffId changed_by_spreadsheet',
    ],
    ['a short code stored as a number', { area: 330602, serviceNumber: 1 }, 'stored'],
    ['a date cell', { at: new Date('2026-11-20T09:00:00Z') }, 'stored'],
    ['a date cell without a time', { at: new Date('2026-11-20T00:00:00Z') }, 'at day_without_time'],
    ['a naked serial number', { at: 46_346.375 }, 'at not_a_time'],
    ['an error value', { matterName: '#N/A' }, 'matterName no_formula_result'],
    ['half a contact', { serviceNumber: 1.5 }, 'serviceNumber wrong_type'],
  ])('with %s', async (_name, changed, expected) => {
    const { send } = await openImport();
    const given = { ...values, projectNo: nextProjectNo(), ...changed };
    const file = await xlsxOf({ name: '表', rows: rowsOf([given]) });
    expect(lineTold(await send(file, xlsxType))).toBe(expected);
  });

  it('gives a formula’s saved result, and refuses one without', async () => {
    const { world, send } = await openImport();
    const rows = rowsOf([values, { ...values, projectNo: nextProjectNo() }]);
    const column = rows[0]?.indexOf('matterName') ?? 0;
    const formulas = new Map([
      [`1,${column}`, { formula: '"食品"&"许可"', formulaResult: '食品许可' }],
      [`2,${column}`, { formula: 'A1&B1' }],
    ]);
    for (const row of rows.slice(1)) row[column] = null;
    const reply = await send(await xlsxOf({ name: '表', rows, formulas }), xlsxType);
    expect([lineTold(reply, 0), lineTold(reply, 1)]).toEqual([
      'stored',
      'matterName no_formula_result',
    ]);
    const known = await world.stores.cases.find(values['projectNo'] ?? '');
    expect(known?.matter.name).toBe('食品许可');
  });

  it('is read from its first visible sheet, past empty rows, by the rows a person sees', async () => {
    const { send } = await openImport();
    const [header = [], row = []] = rowsOf([acceptedLine()]);
    const file = await xlsxOf(
      { name: '隐藏', rows: [['x']], hidden: true },
      { name: '数据', rows: [[null], header, [null, null], row] },
      { name: '说明', rows: [['y']] },
    );
    expect((await send(file, xlsxType)).body).toMatchObject({
      sheet: '数据',
      sheetsNotRead: ['隐藏', '说明'],
      lines: [{ line: 4, outcome: 'stored' }],
    });
  });

  it('that is empty, cut off, old or encrypted is refused', async () => {
    const { refused } = await openImport();
    const whole = await xlsxOf({ name: '表', rows: rowsOf([line]) });
    expect(await refused(await xlsxOf({ name: '空', rows: [] }), xlsxType)).toBe('400 file_empty');
    expect(await refused(whole.subarray(0, whole.length - 40), xlsxType)).toBe(
      '400 file_unreadable XLSX',
    );
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await refused(ole, xlsxType)).toBe('400 file_old_workbook');
    expect(await refused(ole, csvType)).toBe('400 file_old_workbook');
    expect(await refused(ole, 'application/vnd.ms-excel')).toBe('400 file_old_workbook');
    const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refused(encrypted, xlsxType)).toBe('400 file_encrypted');
  });
});

describe('the template', () => {
  it('names every column', async () => {
    const { body } = await newWorld().call('GET /v1/cases/import/template.csv');
    const [header] = String(body).slice(1).split('\r\n');
    expect(header?.split(',')).toEqual(fileColumns.map(({ zh }) => zh));
  });

  it.each(['csv', 'xlsx'])('as %s can be filled in and sent', async (ending) => {
    const { world, send } = await openImport();
    const reply = await world.call(`GET /v1/cases/import/template.${ending}`);
    expect(reply.headers['content-disposition']).toContain(`cases.${ending}`);
    const file = reply.body as string | Uint8Array;
    const sent = await send(file, ending === 'csv' ? csvType : xlsxType);
    // The example's credit code is invented and has an invalid check digit.
    expect(sent.body).toMatchObject({ lines: [{ line: 2 }] });
  });
});

describe('what its sender says of the bytes of a file', () => {
  it.each(['utf-8', 'UTF8', 'GB2312', 'gbk', '"gb18030"'])('may be charset=%s', async (charset) => {
    const { send } = await openImport();
    const bytes = /gb/i.test(charset) ? gb18030(good) : good;
    const reply = await send(bytes, `${csvType}; charset=${charset}`);
    expect(bodyOf<CaseImportAnswer>(reply).stored).toBe(1);
  });

  it('is refused by its name where it is compressed', async () => {
    const { world, key } = await openImport();
    const reply = await world.call('POST /v1/cases/import', {
      by: key,
      nonce: 'gzip',
      headers: { 'content-type': csvType, 'content-encoding': 'gzip' },
      file: gzipSync(good),
    });
    expect(outcomeOf(reply)).toBe('415 content_encoding_not_taken');
    expect(world.stores.memory.count('case')).toBe(0);
  });
});
