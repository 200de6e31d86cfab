/**
 * The bulletin as a document before it is a file: what XLSX, DOCX and HTML all say, in one language.
 * A chart shows columns of the table that it stands beside, so that no picture can say anything else.
 */
import type { Rate } from '../../../shared/domain/figures/measure.ts';
import type { Place } from '../../../shared/domain/figures/ranking.ts';

/** A rate with both of its numbers; `form` says whether it is a share or a score. */
export interface RateCell extends Rate {
  readonly form: 'percent' | 'score';
  /** Present in ranking tables; null where nothing could be rated. */
  readonly rank?: number | null;
}

/** What grew or shrank: a count, percentage points, or points of a score. */
export interface ChangeCell {
  readonly change: number | null;
  readonly form: 'count' | 'points';
}

export type Cell = string | number | null | RateCell | ChangeCell;

export interface Column {
  readonly header: string;
  readonly kind: 'text' | 'rank' | 'number' | 'rate' | 'ranked' | 'change';
  /** Share of the width on paper; 1 is a number's. */
  readonly width: number;
}

export interface BulletinChart {
  readonly title: string;
  /** `bar` lies, `column` stands. */
  readonly kind: 'bar' | 'column' | 'line';
  /** Indexes of columns of the table. */
  readonly category: number;
  readonly values: readonly number[];
  /** Rows from the first to before the last; all rows where absent. */
  readonly rows?: { readonly from: number; readonly to: number };
}

/** On paper a ranking shows its first and last rows, with a line on those in between. */
export interface Trim {
  readonly ends: number;
  readonly between: (left: number) => string;
  /** Rows that have a rank; those after them are told in a line. */
  readonly ranked: number;
  readonly unranked: (many: number) => string;
}

export interface BulletinTable {
  readonly title: string;
  /** Worksheet; tables of one worksheet have the same columns. */
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly charts: readonly BulletinChart[];
  readonly trim?: Trim;
  /** On paper it needs the long side of the page. */
  readonly broad?: boolean;
  /** Stands in place of rows when there are none. */
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
  /** How far the numbers go, and whether they may still change. */
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

/** What a chart draws for a cell: the rate of a rate, the number of a number. */
export const toChartValue = (cell: Cell | undefined): number | null => {
  if (typeof cell === 'number') return cell;
  return cell !== undefined && isRate(cell) ? cell.value : null;
};

export const chartRows = ({ rows }: BulletinTable, chart: BulletinChart): BulletinTable['rows'] =>
  rows.slice(chart.rows?.from ?? 0, chart.rows?.to ?? rows.length);

/** The charts that have something to show: of nothing but zeros there is none. */
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

/** The rows that a table shows on paper; a string is a line over the whole width. */
export const printedRows = ({ rows, trim }: BulletinTable): readonly PrintedRow[] => {
  if (trim === undefined) return rows;
  const unranked = rows.length - trim.ranked;
  return [
    ...bothEnds(rows.slice(0, trim.ranked), trim),
    ...(unranked > 0 ? [trim.unranked(unranked)] : []),
  ];
};
