import {
  AlignmentType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';

import { cellWords } from '../view/cell-words.ts';
import { printedRows } from '../view/view.ts';
import type { Cell, Column, BulletinTable } from '../view/view.ts';
import { run, softColour } from './text.ts';

const line = { style: 'single', size: 4, color: 'B7C1CC' } as const;
const borders = { top: line, bottom: line, left: line, right: line };
const margins = { top: 30, bottom: 30, left: 70, right: 70 };
const headerShade = { type: ShadingType.CLEAR, color: 'auto', fill: 'E4ECF5' } as const;

const alignments = {
  text: AlignmentType.LEFT,
  rank: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
  rate: AlignmentType.RIGHT,
  ranked: AlignmentType.RIGHT,
  change: AlignmentType.RIGHT,
} as const satisfies Readonly<Record<Column['kind'], string>>;

/** Returns widths in twentieths of a point with the sum `total`. */
const widthsOf = (columns: readonly Column[], total: number): readonly number[] => {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.floor((width / all) * total));
};

const cellOf = (children: readonly Paragraph[], width: number, span = 1): TableCell =>
  new TableCell({
    children: [...children],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    columnSpan: span,
    borders,
    margins,
  });

const headerCell = ({ header }: Column, width: number, size: number): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: [run(header, { bold: true, size })],
      }),
    ],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    shading: headerShade,
    borders,
    margins,
  });

const bodyCell = (cell: Cell, column: Column, { width, size }: Place): TableCell => {
  const { main, detail } = cellWords(cell);
  const alignment = alignments[column.kind];
  const small = { size: size - 2, color: softColour };
  const [first, second] = [run(main, { size }), detail === undefined ? [] : [run(detail, small)]];
  const lines =
    column.kind === 'ranked'
      ? [[first], ...second.map((one) => [one])]
      : [[first, ...(detail === undefined ? [] : [run('  ', small)]), ...second]];
  return cellOf(
    lines.map((children) => new Paragraph({ alignment, children })),
    width,
  );
};

interface Place {
  readonly width: number;
  readonly size: number;
}

const rowOf = (
  row: readonly Cell[] | string,
  columns: readonly Column[],
  { widths, size }: { readonly widths: readonly number[]; readonly size: number },
): TableRow => {
  if (typeof row === 'string') {
    const words = run(row, { size, color: softColour });
    const between = new Paragraph({ alignment: AlignmentType.CENTER, children: [words] });
    const all = widths.reduce((sum, width) => sum + width, 0);
    return new TableRow({ cantSplit: true, children: [cellOf([between], all, columns.length)] });
  }
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, index) =>
      bodyCell(row[index] ?? null, column, { width: widths[index] ?? 0, size }),
    ),
  });
};

/** Renders a table. The header row repeats on every page, and no row breaks across pages. */
export const tableOf = (table: BulletinTable, total: number): Table => {
  const { columns, broad } = table;
  const size = broad === true ? 13 : 18;
  const widths = widthsOf(columns, total);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) => headerCell(column, widths[index] ?? 0, size)),
      }),
      ...printedRows(table).map((row) => rowOf(row, columns, { widths, size })),
    ],
  });
};
