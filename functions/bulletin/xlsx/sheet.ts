import type {
  CellStyle,
  MergedCells,
  SheetChart,
  WrittenCell,
  WrittenSheet,
} from '../../../shared/spreadsheet.ts';
import type { Translate } from '../view/translate.ts';
import { shownCharts } from '../view/view.ts';
import type { BulletinTable } from '../view/view.ts';
import { cellName, chartHeight, sheetChart } from './chart.ts';
import { linesOf, mergedColumns, mergedRows, sheetCells, sheetColumns } from './table.ts';
import type { SheetColumn } from './table.ts';

type Cells = Map<string, WrittenCell>;

const line = { style: 'thin', color: { rgb: 'B7C1CC' } } as const;
const border = { top: line, right: line, bottom: line, left: line };

export const titleStyle: CellStyle = { font: { bold: true, size: 14 } };
const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4ECF5' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};

const bodyStyle = ({ align }: SheetColumn, format: string | undefined): CellStyle => ({
  border,
  alignment: { horizontal: align, vertical: 'center', wrapText: align === 'left' },
  ...(format === undefined ? {} : { numFmt: format }),
});

/** The title takes the first row, the headers the next two; the data follow. */
const groupRow = 1;
const headerRow = 2;
const firstRow = 3;

const put = (cells: Cells, at: readonly [number, number], cell: WrittenCell): void => {
  cells.set(at.join(','), cell);
};

/**
 * Merges header cells: a column without a group spans both header rows, a group spans its columns.
 */
const headerMerges = (columns: readonly SheetColumn[]): readonly MergedCells[] =>
  columns.flatMap(({ group }, column): MergedCells[] => {
    const here = { startRow: groupRow, startCol: column };
    if (group === '') return [{ ...here, endRow: headerRow, endCol: column }];
    if (column > 0 && columns[column - 1]?.group === group) return [];
    const after = columns.findIndex((other, index) => index > column && other.group !== group);
    const endCol = (after === -1 ? columns.length : after) - 1;
    return endCol === column ? [] : [{ ...here, endRow: groupRow, endCol }];
  });

const putHeaders = (cells: Cells, columns: readonly SheetColumn[]): void => {
  columns.forEach(({ group, header }, column) => {
    const [upper, lower] = group === '' ? [header, null] : [group, header];
    const isFirst = group === '' || columns[column - 1]?.group !== group;
    const style = headerStyle;
    put(cells, [groupRow, column], { value: isFirst ? upper : null, style });
    put(cells, [headerRow, column], { value: lower, style });
  });
};

/** Writes the rows and returns the height of each, in lines. */
const putRows = (
  cells: Cells,
  tables: readonly BulletinTable[],
  translate: Translate,
): readonly number[] => {
  const columns = mergedColumns(tables, translate);
  const sheet = columns.flatMap((column) => sheetColumns(column, translate));
  return mergedRows(tables).map((row, index) => {
    const flat = columns.flatMap((column, at) => sheetCells(row[at] ?? null, column));
    const heights = sheet.map((about, column) => {
      const { value, format } = flat[column] ?? { value: null };
      put(cells, [firstRow + index, column], { value, style: bodyStyle(about, format) });
      return about.align === 'left' ? linesOf(value, about.characters) : 1;
    });
    return Math.max(...heights);
  });
};

/**
 * Returns the height in points. Every row has one, because some programs do not compute heights.
 */
export const heightOf = (lines: number): number => 3 + 15 * lines;

const chartsOf = (
  tables: readonly BulletinTable[],
  columns: number,
  translate: Translate,
): readonly SheetChart[] => {
  const charts: SheetChart[] = [];
  const firstColumn = tables.length > 1 ? 1 : 0;
  let [tableRow, chartRow] = [firstRow, firstRow];
  for (const table of tables) {
    const lying = { firstRow: tableRow, firstColumn };
    for (const chart of shownCharts(table)) {
      charts.push(
        sheetChart({ table, chart, lying }, { row: chartRow, column: columns + 1 }, translate),
      );
      chartRow += chartHeight(table, chart) + 1;
    }
    tableRow += table.rows.length;
  }
  return charts;
};

/** Returns the number of frozen columns: those that name the subject of a row. */
const countFrozenColumns = (columns: readonly SheetColumn[]): number => {
  const first = columns.findIndex(({ align }) => align === 'right');
  return Math.max(1, Math.min(3, first));
};

/** Builds the worksheet of tables that share it, with frozen headers. */
export const tableSheet = (
  tables: readonly [BulletinTable, ...BulletinTable[]],
  title: string,
  translate: Translate,
): WrittenSheet => {
  const columns = mergedColumns(tables, translate).flatMap((column) =>
    sheetColumns(column, translate),
  );
  const cells: Cells = new Map();
  put(cells, [0, 0], { value: `${title} · ${tables[0].sheet}`, style: titleStyle });
  putHeaders(cells, columns);
  const rows = putRows(cells, tables, translate);
  if (rows.length === 0) put(cells, [firstRow, 0], { value: tables[0].empty });
  const filtered = `${cellName(headerRow, 0)}:${cellName(headerRow + rows.length, columns.length - 1)}`;
  return {
    name: tables[0].sheet,
    columns: columns.map(({ characters }) => ({ width: characters })),
    rows: [],
    cells,
    merges: [...headerMerges(columns)],
    freezePane: { rows: firstRow, columns: countFrozenColumns(columns) },
    ...(rows.length > 0 ? { autoFilter: { range: filtered } } : {}),
    charts: [...chartsOf(tables, columns.length, translate)],
    rowDefs: new Map([24, 18, 18, ...rows.map(heightOf)].map((height, row) => [row, { height }])),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$3',
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  };
};
