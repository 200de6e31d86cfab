import { HeightRule, Table, TableRow } from 'docx';

import { valueWords } from '../view/cell-words.ts';
import { chartRows } from '../view/view.ts';
import type { BulletinChart, BulletinTable } from '../view/view.ts';
import { amountAt, colourAt, drawingFrame, shadeCell, stepsOf } from './shade.ts';

/** Width of the longest bar and of the label beside it, in grid cells. */
const longest = 50;
const beside = 10;
const labelShare = 0.3;

interface Bar {
  readonly label: string;
  readonly value: string;
  readonly length: number;
  readonly colour: string;
}

const barsOf = (table: BulletinTable, chart: BulletinChart): readonly Bar[] => {
  const rows = chartRows(table, chart);
  const amounts = rows.flatMap((row) => chart.values.map((column) => amountAt(row, column)));
  const most = Math.max(0, ...amounts);
  return rows.flatMap((row) =>
    chart.values.map((column, place) => ({
      label: place === 0 ? valueWords(row[chart.category]) : '',
      value: valueWords(row[column]),
      length: stepsOf(amountAt(row, column), most, longest),
      colour: colourAt(place),
    })),
  );
};

const rowOf = ({ label, value, length, colour }: Bar, widths: readonly number[]): TableRow => {
  const [labelWidth = 0, step = 0] = widths;
  const rest = longest + beside - length;
  const apart = 'rows';
  return new TableRow({
    cantSplit: true,
    height: { value: 260, rule: HeightRule.ATLEAST },
    children: [
      shadeCell(label, { width: labelWidth, apart }),
      ...(length > 0
        ? [shadeCell('', { width: step * length, span: length, fill: colour, apart })]
        : []),
      shadeCell(value, { width: step * rest, span: rest, apart }),
    ],
  });
};

/**
 * Draws horizontal bars as a table with shaded cells. Every version of Word, WPS and LibreOffice
 * renders it the same way, which is not true for SVG pictures.
 */
export const barTable = (table: BulletinTable, chart: BulletinChart, total: number): Table => {
  const label = Math.floor(total * labelShare);
  const step = Math.floor((total - label) / (longest + beside));
  const widths = [label, ...Array.from({ length: longest + beside }, () => step)];
  return new Table({
    ...drawingFrame(widths),
    rows: barsOf(table, chart).map((bar) => rowOf(bar, widths)),
  });
};
