import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';

import type { CaseImportAnswer } from '../../../events/case/import.ts';
import { bodyOf } from '../world.ts';
import {
  acceptedLine,
  chineseNames,
  csvOf,
  csvType,
  gb18030,
  openImport,
  rowsOf,
  xlsxOf,
  xlsxType,
} from './import-file-sample.ts';
import type { Values } from './import-file-sample.ts';

const chinese = (lines: readonly Values[]): string => csvOf(lines, { names: chineseNames });
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Sends a file; the answer without its lines, and the outcome of each line. */
const read = async (file: string | Uint8Array, type = csvType) => {
  const { send } = await openImport();
  const { lines, ...answer } = bodyOf<CaseImportAnswer>(await send(file, type));
  return { answer, outcomes: lines.map(({ line, outcome }) => `${line} ${outcome}`), lines };
};

const codes = async (file: string) => (await read(file)).lines.map(({ problem }) => problem?.code);

describe('a table is found in a text', () => {
  const lines = [acceptedLine(), acceptedLine()];

  it.each<[string, string | Uint8Array, object, readonly string[]]>([
    ['in UTF-16', utf16(chinese(lines)), { encoding: 'utf-16le' }, ['2 stored', '3 stored']],
    [
      'in UTF-16 of the other order',
      utf16(chinese(lines)).swap16(),
      { encoding: 'utf-16be' },
      ['2 stored', '3 stored'],
    ],
    [
      'separated by tabs, as Excel saves Unicode text',
      utf16(chinese(lines).replaceAll(',', '\t')),
      { encoding: 'utf-16le', separator: 'tab' },
      ['2 stored', '3 stored'],
    ],
    [
      'separated by semicolons',
      chinese(lines).replaceAll(',', ';'),
      { separator: 'semicolon' },
      ['2 stored', '3 stored'],
    ],
    [
      'below a title and a remark',
      `越城区办件清单,,,\r\n\r\n"填报说明：\n每行一件"\r\n${chinese(lines)}`,
      { headerLine: 5 },
      ['6 stored', '7 stored'],
    ],
  ])('%s', async (_what, file, answer, outcomes) => {
    const found = await read(file);
    expect(found.outcomes).toEqual(outcomes);
    expect(found.answer).toMatchObject(answer);
  });

  it('and a plain one has nothing to tell', async () => {
    const { answer } = await read(chinese(lines));
    expect(answer).toEqual({ form: 'csv', encoding: 'utf-8', stored: 2, repeats: 0, refused: 0 });
  });
});

describe('a short line', () => {
  const line: Values = { ...acceptedLine(), hall: '', window: '' };
  const whole = csvOf([line, line]);

  it('lacks optional cells at its end, as Excel leaves them out', async () => {
    expect((await read(whole.replaceAll(',,\r\n', '\r\n'))).outcomes[0]).toBe('2 stored');
    expect((await read(whole.replaceAll(',,\r\n', ',,,,\r\n'))).outcomes[0]).toBe('2 stored');
  });

  it('that may be cut off, lacks what every line needs, or has too much is refused', async () => {
    expect(await codes(whole.slice(0, -6))).toEqual([undefined, 'line_cells_differ']);
    expect(await codes(`${csvOf([line])}${line['projectNo']},accepted\r\n`)).toEqual([
      undefined,
      'line_cells_differ',
    ]);
    expect(await codes(whole.replace(/,,\r\n$/, ',,,x\r\n'))).toEqual([
      undefined,
      'line_cells_differ',
    ]);
  });
});

describe('a line with something in a column without a name', () => {
  const given = [...rowsOf([acceptedLine(), acceptedLine()])];
  const [header = [], first = [], second = []] = given;

  it('is refused by the letters of the column, in a text and in a workbook', async () => {
    const beside = [header, first, [...second, null, '已核']];
    const between = [header, first, second].map((cells, row) =>
      cells.toSpliced(1, 0, row === 2 ? '已核' : null),
    );
    for (const rows of [beside, between]) {
      const [, last] = (await read(await xlsxOf({ name: '表', rows }), xlsxType)).lines;
      const column = rows === beside ? 'O' : 'B';
      expect(last).toMatchObject({ line: 3, problem: { code: 'line_cells_unnamed' } });
      expect(last?.problem?.detail).toContain(`(${column})`);
    }
    const text = between.map((cells) => cells.join(',')).join('\r\n');
    expect(await codes(`${text}\r\n`)).toEqual([undefined, 'line_cells_unnamed']);
  });

  it('is read when that column is only part of merged cells', async () => {
    const rows = [header, first].map((cells) => [...cells, null]);
    const [startCol, endCol] = [header.length - 1, header.length];
    const merges = [0, 1].map((row) => ({ startRow: row, endRow: row, startCol, endCol }));
    const file = await writeXlsx({ sheets: [{ name: '表', rows, merges }] });
    expect((await read(file, xlsxType)).outcomes).toEqual(['2 stored']);
  });
});

describe('a UTF-8 file with a broken character', () => {
  it('is refused by line and column, and not read as GB18030', async () => {
    const { refused } = await openImport();
    const whole = Buffer.from(
      chinese([acceptedLine(), { ...acceptedLine(), matterName: '食品经营许可' }]),
    );
    const at = whole.lastIndexOf(Buffer.from('许可'));
    const cut = Buffer.concat([whole.subarray(0, at + 2), whole.subarray(at + 3)]);
    const line = cut.toString('utf8').split('\r\n')[2] ?? '';
    expect(await refused(cut)).toBe(`400 file_character_broken 3:${line.indexOf('\uFFFD') + 1}`);
  });

  it('is refused although it has few others: its mark says what it is, or as many are whole', async () => {
    const { refused } = await openImport();
    const line = { ...acceptedLine(), matterName: 'x', departmentName: 'y', matterCode: 'm' };
    const text = csvOf([{ ...line, applicantName: '李四' }]);
    const bytes = Buffer.from(text);
    const at = bytes.indexOf(Buffer.from('四'));
    const cut = Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at + 3)]);
    const column = (text.split('\r\n')[1] ?? '').indexOf('四') + 1;
    expect(await refused(cut)).toBe(`400 file_character_broken 2:${column}`);
    const title = Buffer.from('\uFEFF李\r\n');
    const marked = Buffer.concat([
      title.subarray(0, 5),
      title.subarray(6),
      Buffer.from(csvOf([line])),
    ]);
    expect(await refused(marked)).toBe('400 file_character_broken 1:1');
  });

  it('is not mistaken for a file in GB18030', async () => {
    const { answer } = await read(gb18030(chinese([acceptedLine()])));
    expect(answer).toMatchObject({ encoding: 'gb18030', stored: 1 });
  });
});

describe('a workbook as people keep it', () => {
  it('begins with a sheet of remarks', async () => {
    const file = await xlsxOf(
      {
        name: '填写说明',
        rows: [
          ['列名', '说明'],
          ['办件统一编号', '21 位数字'],
        ],
      },
      { name: '办件', rows: [['越城区办件清单'], ...rowsOf([acceptedLine()])] },
    );
    const { answer, outcomes } = await read(file, xlsxType);
    expect(outcomes).toEqual(['3 stored']);
    expect(answer).toMatchObject({ sheet: '办件', sheetsNotRead: ['填写说明'], headerLine: 2 });
  });

  it('has lines hidden by a filter, which are read and told', async () => {
    const given = rowsOf([acceptedLine(), acceptedLine(), acceptedLine()]);
    const rowDefs = new Map([[2, { hidden: true }]]);
    const file = await writeXlsx({ sheets: [{ name: '表', rows: given, rowDefs }] });
    const { answer, outcomes } = await read(file, xlsxType);
    expect(outcomes).toEqual(['2 stored', '3 stored', '4 stored']);
    expect(answer).toMatchObject({ hiddenLines: [3] });
  });

  it('has merged cells, which are named as such', async () => {
    const given = rowsOf([acceptedLine(), acceptedLine()]);
    const startCol = given[0]?.indexOf('departmentName') ?? 0;
    const merges = [{ startRow: 1, endRow: 2, startCol, endCol: startCol }];
    for (const row of given.slice(2)) row[startCol] = null;
    const file = await writeXlsx({ sheets: [{ name: '表', rows: given, merges }] });
    const { lines } = await read(file, xlsxType);
    expect(lines[0]?.outcome).toBe('stored');
    expect(lines[1]?.problem?.errors).toMatchObject([
      { column: 'departmentName', problem: 'merged_cell' },
    ]);
  });

  it('has formats down to the last row, and is not damaged by them', async () => {
    const file = await readFile(join(import.meta.dirname, 'empty-styled-last-row.xlsx'));
    const { answer, outcomes } = await read(file, xlsxType);
    expect(outcomes).toHaveLength(1);
    expect(answer).toMatchObject({ sheet: '办件' });
  });
});
