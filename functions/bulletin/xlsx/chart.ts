import type { SheetChart } from '../../../shared/spreadsheet.ts';
import type { Translate } from '../view/translate.ts';
import type { BulletinChart, BulletinTable } from '../view/view.ts';
import { sheetColumnAt } from './table.ts';

/** The position of a table in its worksheet; rows and columns count from 0. */
export interface Lying {
  readonly firstRow: number;
  readonly firstColumn: number;
}

const seriesColours = ['1F5FA8', 'C8501E', '4A8A3C'] as const;

/** Returns the letters of a column, for example `AB`; columns count from 0. */
const columnName = (column: number): string => {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCodePoint(65 + ((left - 1) % 26)) + name;
  }
  return name;
};

/** Returns a cell reference such as `AB12`; rows and columns count from 0. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

const rangeIn =
  (table: BulletinTable, lying: Lying, { rows }: BulletinChart) =>
  (column: number): string => {
    const { from, to } = rows ?? { from: 0, to: table.rows.length };
    const at = columnName(lying.firstColumn + column);
    return `$${at}$${lying.firstRow + from + 1}:$${at}$${lying.firstRow + to}`;
  };

const isShare = (table: BulletinTable, chart: BulletinChart): boolean =>
  table.columns[chart.values[0] ?? -1]?.kind === 'rate';

const barsOf = (table: BulletinTable, { rows }: BulletinChart): number =>
  rows === undefined ? table.rows.length : rows.to - rows.from;

/** Returns the height in worksheet rows: a horizontal bar takes about one and a half. */
export const chartHeight = (table: BulletinTable, chart: BulletinChart): number =>
  chart.kind === 'bar' ? Math.max(10, Math.ceil(barsOf(table, chart) * 1.4) + 5) : 18;

const axesOf = (chart: BulletinChart, format: string): NonNullable<SheetChart['axes']> => ({
  x: {
    ...(chart.kind === 'bar' ? { reverse: true } : {}),
    labelFontSize: 8,
    ...(chart.kind === 'line' ? { labelRotation: -60 } : {}),
  },
  y: {
    numberFormat: { formatCode: format },
    scale: { min: 0 },
    ...(chart.kind === 'bar' ? { hidden: true } : { gridlines: { major: true } }),
  },
});

/** Returns a native chart on the cells of its table, so the chart follows an edited number. */
export const sheetChart = (
  { table, chart, lying }: { table: BulletinTable; chart: BulletinChart; lying: Lying },
  at: { readonly row: number; readonly column: number },
  translate: Translate,
): SheetChart => {
  const range = rangeIn(table, lying, chart);
  const locateColumn = (index: number): number => sheetColumnAt(table.columns, index, translate);
  const format = isShare(table, chart) ? '0.00%' : '#,##0';
  return {
    type: chart.kind,
    title: chart.title,
    titleFontSize: 12,
    series: chart.values.map((index, place) => ({
      name: table.columns[index]?.header ?? '',
      values: range(locateColumn(index)),
      categories: range(locateColumn(chart.category)),
      color: seriesColours[place % seriesColours.length] ?? seriesColours[0],
    })),
    axes: axesOf(chart, format),
    legend: chart.values.length > 1 ? 'bottom' : false,
    gapWidth: 60,
    ...(chart.kind === 'line'
      ? {}
      : { dataLabels: { showValue: true, numberFormat: { formatCode: format } } }),
    anchor: {
      from: { row: at.row, col: at.column },
      to: { row: at.row + chartHeight(table, chart), col: at.column + 10 },
    },
  };
};
