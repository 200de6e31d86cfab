import type { FileColumn } from '../../../events/case/import-file.table.ts';
import type { FileReading } from '../../../events/case/import.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { listSheets, readSheet } from '../../../shared/spreadsheet.ts';
import type { ReadSheet } from '../../../shared/spreadsheet.ts';
import type { Cell, Row } from './cell.ts';
import { headerScore, isWholeTable, tableIn } from './find-header.ts';
import type { Table } from './find-header.ts';
import { mergedCells } from './merged-cells.ts';
import { refuseOldWorkbook } from './old-workbook.ts';
import { shownNumber } from './shown-number.ts';
import { unpackedSize } from './unpacked-size.ts';

export interface SheetTable extends Table {
  readonly reading: FileReading;
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

/** Parsing depends on the bytes alone, so any error means a damaged file. */
const parse = async <T>(read: Promise<T>): Promise<T> => {
  try {
    return await read;
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : 'error';
    throw new Problem(importProblems.file_unreadable, { fact: `XLSX, ${name}` });
  }
};

const cellAt = (sheet: ReadSheet, row: number, column: number): Cell => {
  const value = sheet.rows[row]?.[column] ?? null;
  const cell = sheet.cells?.get(`${row},${column}`);
  if (cell?.type === 'error') return { fault: 'no_formula_result' };
  // An empty text is a result, as of =IF(A2="","",A2).
  if (cell?.formula !== undefined && value === null) return { fault: 'no_formula_result' };
  return typeof value === 'number' ? shownNumber(value, cell?.style?.numFmt) : value;
};

const rowsOf = (sheet: ReadSheet): readonly Row[] => {
  const isMerged = mergedCells(sheet.merges ?? [], sheet.rows.length);
  const read = (row: number, column: number): Cell => {
    const cell = cellAt(sheet, row, column);
    return cell === null && isMerged(row, column) ? { fault: 'merged_cell' } : cell;
  };
  return sheet.rows.map((cells, row) => ({
    line: row + 1,
    cells: cells.map((_cell, column) => read(row, column)),
  }));
};

const hiddenIn = ({ rowDefs }: ReadSheet, { rows }: Table): readonly number[] =>
  rows.map(({ line }) => line).filter((line) => rowDefs?.get(line - 1)?.hidden === true);

const withReading = (
  table: Table,
  sheet: ReadSheet,
  names: readonly { readonly name: string }[],
): SheetTable => {
  const hiddenLines = hiddenIn(sheet, table);
  const { headerLine } = table;
  return {
    ...table,
    reading: {
      sheet: sheet.name,
      sheetsNotRead: names.map(({ name }) => name).filter((name) => name !== sheet.name),
      ...(headerLine === undefined ? {} : { headerLine }),
      ...(hiddenLines.length === 0 ? {} : { hiddenLines: [...hiddenLines] }),
    },
  };
};

/**
 * Returns the table of the first visible sheet whose header names every needed column, as templates
 * begin with a sheet of remarks; without one, the table whose header names the most, so that the
 * refusal says what it lacks.
 * @throws Problem when the workbook is incomplete, empty, or unpacks to more than `largest` bytes
 */
export const workbookTable = async (
  bytes: Uint8Array,
  all: readonly FileColumn[],
  largest: number,
): Promise<SheetTable> => {
  refuseOldWorkbook(bytes);
  await refuseLarge(bytes, largest);
  const names = await parse(listSheets(bytes));
  const others: SheetTable[] = [];
  for (const [index, { isHidden }] of names.entries()) {
    if (isHidden) continue;
    const sheet = await parse(readSheet(bytes, index));
    const table = tableIn(rowsOf(sheet), all);
    if (table === undefined) continue;
    const found = withReading(table, sheet, names);
    if (isWholeTable(table, all)) return found;
    others.push(found);
  }
  const [best] = others.toSorted((a, b) => headerScore(b.header, all) - headerScore(a.header, all));
  if (best === undefined) throw new Problem(importProblems.file_empty);
  return best;
};
