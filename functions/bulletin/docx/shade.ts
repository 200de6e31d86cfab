import {
  AlignmentType,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { ITableOptions } from 'docx';

import { toChartValue } from '../view/view.ts';
import type { Cell } from '../view/view.ts';
import { run } from './text.ts';

const colours = ['1F5FA8', 'C8501E', '4A8A3C'];

export const colourAt = (place: number): string => colours[place % colours.length] ?? '1F5FA8';

const none = { style: 'none', size: 0, color: 'auto' } as const;
const gap = { style: 'single', size: 18, color: 'FFFFFF' } as const;

/** White borders that separate bars. */
const gaps = {
  rows: { top: gap, bottom: gap, left: none, right: none },
  columns: { top: none, bottom: none, left: gap, right: gap },
} as const;

interface Shade {
  readonly width: number;
  readonly apart: keyof typeof gaps;
  readonly span?: number;
  readonly fill?: string;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Half points. */
  readonly size?: number;
}

/** Returns one cell of a drawing. `keepNext` keeps its row on the page of the next row. */
export const shadeCell = (words: string, shade: Shade): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        alignment: shade.align ?? AlignmentType.LEFT,
        keepNext: true,
        spacing: { line: words === '' ? 60 : 240 },
        children: [run(words, { size: words === '' ? 4 : (shade.size ?? 15) })],
      }),
    ],
    width: { size: shade.width, type: WidthType.DXA },
    columnSpan: shade.span ?? 1,
    verticalAlign: VerticalAlign.CENTER,
    ...(shade.fill === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: shade.fill } }),
    borders: gaps[shade.apart],
    margins: { top: 0, bottom: 0, left: 40, right: 40 },
  });

/** Returns a table layout with exactly these widths, in twentieths of a point, without borders. */
export const drawingFrame = (
  widths: readonly number[],
): Pick<ITableOptions, 'layout' | 'width' | 'columnWidths' | 'borders' | 'alignment'> => ({
  layout: TableLayoutType.FIXED,
  width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  columnWidths: [...widths],
  alignment: AlignmentType.CENTER,
  borders: {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  },
});

export const amountAt = (row: readonly Cell[], column: number): number =>
  toChartValue(row[column]) ?? 0;

/** Returns how many of `steps` an amount fills. Any amount above zero fills at least one. */
export const stepsOf = (amount: number, most: number, steps: number): number =>
  amount <= 0 || most <= 0 ? 0 : Math.max(1, Math.round((amount / most) * steps));
