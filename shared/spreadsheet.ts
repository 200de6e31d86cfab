/**
 * Workbooks (XLSX), read and written; no other file knows hucre, which is young. Should it be left alone,
 * exceljs takes its place, by its fork @protobi/exceljs that is kept up: it reads and writes what is used
 * here, but sets a font cell by cell and draws no charts, which the bulletin has in its other forms too.
 */
import { rangeRef, readXlsx, streamXlsxRows, writeXlsx, XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx';
import type * as hucre from 'hucre/xlsx';

export type WrittenSheet = hucre.WriteSheet;
export type WrittenCell = Partial<hucre.Cell>;
export type CellStyle = hucre.CellStyle;
export type MergedCells = hucre.MergeRange;
export type SheetChart = hucre.SheetChart;

export interface WrittenWorkbook {
  readonly sheets: WrittenSheet[];
  readonly title?: string;
  readonly font?: { readonly name: string; readonly size: number };
}

export const writeWorkbook = ({ sheets, title, font }: WrittenWorkbook): Promise<Uint8Array> =>
  writeXlsx({
    sheets,
    ...(title === undefined ? {} : { properties: { title } }),
    ...(font === undefined ? {} : { defaultFont: font }),
  });

/** `rows` are values; `cells`, by `row,column` from 0, say of which kind one is, by what formula, and how it is shown. */
export type ReadSheet = Pick<hucre.Sheet, 'name' | 'rows' | 'cells' | 'rowDefs' | 'merges'>;

type SheetState = Pick<hucre.Sheet, 'name' | 'hidden' | 'veryHidden'>;

export interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Formulas without a result may follow the last value; further away, a sheet has formats only. */
const rowsBelow = 1000;
const columnsBeside = 50;
/** XFD */
const lastColumn = 16_383;

/** The area that has values. A format alone may reach to row 1048576, as a dense table 20 million cells. */
const usedRange = async (bytes: Uint8Array, sheet: number): Promise<string> => {
  let [rows, columns] = [0, 0];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const last = values.findLastIndex((value) => value !== null && value !== '');
    if (last === -1) continue;
    rows = index + 1;
    columns = Math.max(columns, last + 1);
  }
  const lastRow = Math.min(rows + rowsBelow, XLSX_MAX_ROWS_PER_SHEET - 1);
  return rangeRef(0, 0, lastRow, Math.min(columns + columnsBeside, lastColumn));
};

/** The sheets in their order. @throws whatever a damaged file makes it stumble over */
export const listSheets = async (bytes: Uint8Array): Promise<readonly SheetName[]> => {
  const names: SheetName[] = [];
  const note = ({ name, hidden, veryHidden }: SheetState): false => {
    names.push({ name, isHidden: hidden === true || veryHidden === true });
    return false;
  };
  await readXlsx(bytes, { sheets: note });
  return names;
};

/** Reads one sheet, by its position. @throws whatever a damaged file makes it stumble over */
export const readSheet = async (bytes: Uint8Array, sheet: number): Promise<ReadSheet> => {
  const range = await usedRange(bytes, sheet);
  const [read] = (await readXlsx(bytes, { sheets: [sheet], range, readStyles: true })).sheets;
  if (read === undefined) throw new RangeError('there is no such sheet');
  return read;
};
