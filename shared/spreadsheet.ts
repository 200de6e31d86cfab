/**
 * Workbooks (XLSX), read and written; no other file knows hucre, which is young. Should it be left alone,
 * exceljs takes its place, by its fork @protobi/exceljs that is kept up: it reads and writes what is used
 * here, but sets a font cell by cell and draws no charts, which the bulletin has in its other forms too.
 */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
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

/** `rows` are values; `cells`, by `row,column` from 0, say of which kind one is and by what formula. */
export type ReadSheet = Pick<hucre.Sheet, 'name' | 'rows' | 'cells' | 'hidden' | 'veryHidden'>;

/** The sheets in their order. @throws whatever a damaged or encrypted file makes it stumble over */
export const readWorkbook = async (bytes: Uint8Array): Promise<readonly ReadSheet[]> =>
  (await readXlsx(bytes)).sheets;
