import { AlignmentType, HeightRule, Table, TableRow } from 'docx';

import { valueWords } from '../view/cell-words.ts';
import { chartRows } from '../view/view.ts';
import type { BulletinChart, BulletinTable } from '../view/view.ts';
import { amountAt, colourAt, drawingFrame, shadeCell, stepsOf } from './shade.ts';

const tallest = 16;
/** Above this number of columns there is no room for values; the table shows them. */
const mostWithValues = 12;
/** Twentieths of a point. */
const widest = 1400;

/** Shortens a date to its day of the month. */
const shortenCategory = (category: string): string =>
  /^\d{4}-\d{2}-(\d{2})$/.exec(category)?.[1] ?? category;

interface Standing {
  readonly label: string;
  readonly value: string;
  readonly height: number;
}

const standingOf = (
  table: BulletinTable,
  chart: BulletinChart,
  column: number,
): readonly Standing[] => {
  const rows = chartRows(table, chart);
  const most = Math.max(0, ...rows.map((row) => amountAt(row, column)));
  return rows.map((row) => ({
    label: shortenCategory(valueWords(row[chart.category])),
    value: valueWords(row[column]),
    height: stepsOf(amountAt(row, column), most, tallest),
  }));
};

/** Draws vertical columns of one series, from the top row of cells to the bottom row. */
export const columnTable = (
  table: BulletinTable,
  chart: BulletinChart,
  { place, total }: { readonly place: number; readonly total: number },
): Table => {
  const standing = standingOf(table, chart, chart.values[place] ?? 0);
  const width = Math.min(widest, Math.floor(total / Math.max(1, standing.length)));
  const look = { width, apart: 'columns', align: AlignmentType.CENTER } as const;
  const buildTextRow = (of: (one: Standing) => string): TableRow =>
    new TableRow({
      cantSplit: true,
      children: standing.map((one) =>
        shadeCell(of(one), { ...look, size: standing.length > mostWithValues ? 12 : 15 }),
      ),
    });
  const buildLevelRow = (step: number): TableRow =>
    new TableRow({
      cantSplit: true,
      height: { value: 120, rule: HeightRule.EXACT },
      children: standing.map(({ height }) =>
        shadeCell('', { ...look, ...(height >= step ? { fill: colourAt(place) } : {}) }),
      ),
    });
  return new Table({
    ...drawingFrame(standing.map(() => width)),
    rows: [
      ...(standing.length > mostWithValues ? [] : [buildTextRow(({ value }) => value)]),
      ...Array.from({ length: tallest }, (_, index) => buildLevelRow(tallest - index)),
      buildTextRow(({ label }) => label),
    ],
  });
};
