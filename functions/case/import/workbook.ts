import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readWorkbook } from '../../../shared/spreadsheet.ts';
import type { ReadSheet } from '../../../shared/spreadsheet.ts';
import type { Cell } from './cell.ts';
import type { Row } from './line.ts';
import { unpackedSize } from './unpacked-size.ts';

export interface SheetRows {
  readonly sheet: string;
  readonly sheetsNotRead: readonly string[];
  readonly rows: readonly Row[];
}

const refuseLarge = async (bytes: Uint8Array, largest: number): Promise<void> => {
  let size: number;
  try {
    size = await unpackedSize(bytes);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw new Problem(importProblems.file_unreadable, { fact: 'XLSX' });
  }
  if (size > largest) {
    const fact = `${largest / 1024 / 1024} MiB`;
    throw new Problem(importProblems.file_unpacks_too_large, { fact });
  }
};

/**
 * Parses a workbook. Parsing depends on the bytes alone, so any error means a damaged or encrypted
 * file.
 */
const parseWorkbook = async (bytes: Uint8Array): Promise<readonly ReadSheet[]> => {
  try {
    return await readWorkbook(bytes);
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : 'error';
    throw new Problem(importProblems.file_unreadable, { fact: `XLSX, ${name}` });
  }
};

const cellAt = (sheet: ReadSheet, row: number, column: number): Cell => {
  const value = sheet.rows[row]?.[column] ?? null;
  const cell = sheet.cells?.get(`${row},${column}`);
  if (cell?.type === 'error') return { fault: 'no_formula_result' };
  const isWithoutResult = cell?.formula !== undefined && (value === null || value === '');
  return isWithoutResult ? { fault: 'no_formula_result' } : value;
};

const rowsOf = (sheet: ReadSheet): readonly Row[] =>
  sheet.rows.map((cells, row) => ({
    line: row + 1,
    cells: cells.map((_cell, column) => cellAt(sheet, row, column)),
  }));

const isShown = ({ hidden, veryHidden }: ReadSheet): boolean =>
  hidden !== true && veryHidden !== true;

/**
 * Returns the rows of the first visible sheet.
 * @throws Problem when the workbook is incomplete, or unpacks to more than `largest` bytes
 */
export const workbookRows = async (bytes: Uint8Array, largest: number): Promise<SheetRows> => {
  await refuseLarge(bytes, largest);
  const sheets = await parseWorkbook(bytes);
  const sheet = sheets.find(isShown);
  if (sheet === undefined) throw new Problem(importProblems.file_empty);
  return {
    sheet: sheet.name,
    sheetsNotRead: sheets.filter((other) => other !== sheet).map(({ name }) => name),
    rows: rowsOf(sheet),
  };
};
