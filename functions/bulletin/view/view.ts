/**
 * The bulletin view: the content of a bulletin in one language, from which XLSX, DOCX and HTML are
 * rendered. A chart shows columns of the table beside it, so chart and table cannot disagree.
 */
import type { Rate } from '../../../shared/domain/figures/measure.ts';
import type { Place } from '../../../shared/domain/figures/ranking.ts';

/** A rate with numerator and denominator; `form` says whether it is a share or a score. */
export interface RateCell extends Rate {
  readonly form: 'percent' | 'score';
  /** Present in ranking tables; null when there was nothing to rate. */
  readonly rank?: number | null;
}

/** The change of a count, in percentage points, or in points of a score. */
export interface ChangeCell {
  readonly change: number | null;
  readonly form: 'count' | 'points';
}

export type Cell = string | number | null | RateCell | ChangeCell;

export interface Column {
  readonly header: string;
  readonly kind: 'text' | 'rank' | 'number' | 'rate' | 'ranked' | 'change';
  /** Relative width when printed; a column of numbers has 1. */
  readonly width: number;
}

export interface BulletinChart {
  readonly title: string;
  /** `bar` is horizontal, `column` is vertical. */
  readonly kind: 'bar' | 'column' | 'line';
  /** Column indexes of the table. */
  readonly category: number;
  readonly values: readonly number[];
  /** Row range with `to` exclusive; all rows when absent. */
  readonly rows?: { readonly from: number; readonly to: number };
}

/** Cuts a printed ranking to its first and last rows, with one line for the rows between. */
interface Trim {
  readonly ends: number;
  readonly between: (left: number) => string;
  /** The number of ranked rows; the unranked rows after them are summarized in one line. */
  readonly ranked: number;
  readonly unranked: (many: number) => string;
}

export interface BulletinTable {
  readonly title: string;
  /** Worksheet name; tables of one worksheet have the same columns. */
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly charts: readonly BulletinChart[];
  readonly trim?: Trim;
  /** Prints on landscape pages. */
  readonly broad?: boolean;
  /** The text printed instead of rows when there are none. */
  readonly empty: string;
}

export interface BulletinSection {
  readonly heading: string;
  readonly notes: readonly string[];
  readonly tables: readonly BulletinTable[];
}

export interface BulletinView {
  readonly language: 'zh' | 'en';
  readonly title: string;
  readonly subtitle: string;
  /** Say up to when the figures count, and whether they may still change. */
  readonly notes: readonly string[];
  readonly sections: readonly BulletinSection[];
}

export const isRate = (cell: Cell): cell is RateCell =>
  typeof cell === 'object' && cell !== null && 'denominator' in cell;

export const isChange = (cell: Cell): cell is ChangeCell =>
  typeof cell === 'object' && cell !== null && 'change' in cell;

export const percentCell = (rate: Rate): RateCell => ({ ...rate, form: 'percent' });
export const scoreCell = (rate: Rate): RateCell => ({ ...rate, form: 'score' });
export const rankCell = ({ rank, rate }: Place, form: RateCell['form']): RateCell => ({
  ...rate,
  form,
  rank,
});

export const text = (header: string, width = 3): Column => ({ header, kind: 'text', width });
export const rank = (header: string): Column => ({ header, kind: 'rank', width: 0.6 });
export const count = (header: string, width = 1): Column => ({ header, kind: 'number', width });
export const rate = (header: string, width = 2): Column => ({ header, kind: 'rate', width });
export const change = (header: string, width = 1): Column => ({ header, kind: 'change', width });

/** Returns the charted value of a cell: the value of a rate, or the number itself. */
export const toChartValue = (cell: Cell | undefined): number | null => {
  if (typeof cell === 'number') return cell;
  return cell !== undefined && isRate(cell) ? cell.value : null;
};

export const chartRows = ({ rows }: BulletinTable, chart: BulletinChart): BulletinTable['rows'] =>
  rows.slice(chart.rows?.from ?? 0, chart.rows?.to ?? rows.length);

/** Returns the charts with at least one value other than zero. */
export const shownCharts = (table: BulletinTable): readonly BulletinChart[] =>
  table.charts.filter((chart) =>
    chartRows(table, chart).some((row) => chart.values.some((column) => toChartValue(row[column]))),
  );

type PrintedRow = readonly Cell[] | string;

const bothEnds = (rows: readonly PrintedRow[], trim: Trim): readonly PrintedRow[] => {
  const left = rows.length - 2 * trim.ends;
  if (left <= 1) return rows;
  return [...rows.slice(0, trim.ends), trim.between(left), ...rows.slice(-trim.ends)];
};

/** Returns the printed rows of a table; a string is a line across the whole width. */
export const printedRows = ({ rows, trim }: BulletinTable): readonly PrintedRow[] => {
  if (trim === undefined) return rows;
  const unranked = rows.length - trim.ranked;
  return [
    ...bothEnds(rows.slice(0, trim.ranked), trim),
    ...(unranked > 0 ? [trim.unranked(unranked)] : []),
  ];
};
