import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';

import type { CaseImportAnswer } from '../../../events/case/import.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf } from '../world.ts';
import { acceptedLine, openImport, rowsOf, xlsxType } from './import-file-sample.ts';

type Value = string | number | boolean | Date;

const storedIn = (known: Case | undefined) => ({
  stepName: known?.timeline[0]?.step?.name,
  staffId: known?.contacts[0]?.staff?.id,
});

/** Sends a workbook with one cell of a kind and format; what is stored of it, or why it is refused. */
const tell = async (column: 'stepName' | 'staffId', value: Value, numFmt?: string) => {
  const { world, send } = await openImport();
  const projectNo = nextProjectNo();
  const line = { ...acceptedLine(projectNo), stepName: '审查', staffId: '1', staffName: '王' };
  const rows = rowsOf([{ ...line, [column]: value }]);
  const place = `1,${rows[0]?.indexOf(column) ?? -1}`;
  const cells = new Map(numFmt === undefined ? [] : [[place, { style: { numFmt } }]]);
  const file = await writeXlsx({ sheets: [{ name: '表', rows, cells }] });
  const [told] = bodyOf<CaseImportAnswer>(await send(file, xlsxType)).lines;
  const [error] = told?.problem?.errors ?? [];
  if (error !== undefined) return `${error.column} ${error.problem}`;
  return storedIn(await world.stores.cases.find(projectNo))[column];
};

describe('what a cell of a workbook shows', () => {
  it.each<[Value, string | undefined, string]>([
    [true, undefined, 'TRUE'],
    [false, undefined, 'FALSE'],
    [0.1 + 0.2, undefined, '0.3'],
    [12.5, undefined, '12.5'],
    [-7, undefined, '-7'],
    [7, '0_ ', '7'],
    [7, '0_);[Red](0)', '7'],
    [7, '0.00', '7.00'],
    [7.25, '0.00', '7.25'],
    [7, '000', '007'],
    [1234, '#,##0', '1,234'],
    [123_456_789_012, '@', '123456789012'],
  ])('is stored: %s as %s is %s', async (value, format, shown) => {
    expect(await tell('stepName', value, format)).toBe(shown);
  });

  it.each<[Value, string | undefined, string]>([
    [1 / 3, undefined, 'shown_otherwise'],
    [1e-7, undefined, 'shown_otherwise'],
    [1e17, undefined, 'changed_by_spreadsheet'],
    [7.256, '0.00', 'shown_otherwise'],
    [7.5, '0', 'shown_otherwise'],
    [0.5, '0%', 'shown_otherwise'],
    [7, '"第"0"批"', 'shown_otherwise'],
    [-7, '0;(0)', 'shown_otherwise'],
    [7, ';;;', 'shown_otherwise'],
    [new Date('2026-11-20T09:00:00Z'), 'yyyy-mm-dd', 'changed_by_spreadsheet'],
  ])('is refused where its text is not certain: %s as %s', async (value, format, problem) => {
    expect(await tell('stepName', value, format)).toBe(`stepName ${problem}`);
  });

  it.each<[Value, string | undefined, string]>([
    [57, '00000', '00057'],
    [330_602, '#,##0', '330602'],
    [57, '0.0', '57'],
    [true, undefined, 'TRUE'],
    [123, '"YC-"0000', 'staffId shown_otherwise'],
    [123, '000-000', 'staffId shown_otherwise'],
    [12.5, undefined, 'staffId changed_by_spreadsheet'],
  ])('is the code: %s as %s is %s', async (value, format, expected) => {
    expect(await tell('staffId', value, format)).toBe(expected);
  });
});
