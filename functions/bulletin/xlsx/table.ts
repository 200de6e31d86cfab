import type { Translate } from '../view/translate.ts';
import { isChange, isRate } from '../view/view.ts';
import type { Cell, Column, BulletinTable } from '../view/view.ts';

/** A worksheet cell: its value and its format. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly format?: string | undefined;
}

export interface SheetColumn {
  /** The two header rows: the measure, and each of its numbers. */
  readonly group: string;
  readonly header: string;
  readonly characters: number;
  readonly align: 'left' | 'center' | 'right';
}

const whole = '#,##0';
const formats = { percent: '0.00%', score: '0.00' } as const;
const changes = { count: '+#,##0;-#,##0;0', points: '+0.00;-0.00;0.00' } as const;

const aligned = { text: 'left', rank: 'center' } as const;
const characters = { rank: 8, number: 14, change: 20, rate: 11, ranked: 11 } as const;

const toSheetColumn = ({ header, kind, width }: Column): SheetColumn => ({
  group: '',
  header,
  align: kind === 'text' || kind === 'rank' ? aligned[kind] : 'right',
  characters: kind === 'text' ? Math.max(14, width * 11) : characters[kind],
});

/** Returns the worksheet columns of a table column: three for a rate, four for a ranked rate. */
export const sheetColumns = (column: Column, translate: Translate): readonly SheetColumn[] => {
  if (column.kind !== 'rate' && column.kind !== 'ranked') return [toSheetColumn(column)];
  const ranked = column.kind === 'ranked' ? (['rank'] as const) : [];
  return ([...ranked, 'value', 'numerator', 'denominator'] as const).map((word) => ({
    group: column.header,
    header: translate(word),
    align: word === 'rank' ? 'center' : 'right',
    characters: word === 'rank' ? characters.rank : characters.rate,
  }));
};

/** Returns the cells of a value, as many as `sheetColumns` returns for its column. */
export const sheetCells = (cell: Cell, column: Column): readonly SheetCell[] => {
  if (cell === null || typeof cell === 'string') return [{ value: cell }];
  if (typeof cell === 'number') {
    return [{ value: cell, format: Number.isInteger(cell) ? whole : '0.##' }];
  }
  if (isChange(cell)) return [{ value: cell.change, format: changes[cell.form] }];
  if (!isRate(cell)) return [{ value: null }];
  const { value, numerator, denominator, form, rank } = cell;
  const parts = [
    { value, format: formats[form] },
    { value: numerator, format: form === 'score' ? '#,##0.##' : whole },
    { value: denominator, format: whole },
  ];
  return column.kind === 'ranked' ? [{ value: rank ?? null, format: '0' }, ...parts] : parts;
};

/**
 * Returns the first worksheet column that a chart draws. For a ranked rate that is its value, which
 * follows the rank.
 */
export const sheetColumnAt = (
  columns: readonly Column[],
  index: number,
  translate: Translate,
): number => {
  const before = columns
    .slice(0, index)
    .flatMap((column) => sheetColumns(column, translate)).length;
  return before + (columns[index]?.kind === 'ranked' ? 1 : 0);
};

/**
 * Merges the columns of the tables of one worksheet. With several tables, a first column names
 * each.
 */
export const mergedColumns = (
  tables: readonly BulletinTable[],
  translate: Translate,
): readonly Column[] => {
  const [first] = tables;
  const name: Column = { header: translate('measure'), kind: 'text', width: 1.8 };
  return [...(tables.length > 1 ? [name] : []), ...(first?.columns ?? [])];
};

export const mergedRows = (tables: readonly BulletinTable[]): readonly (readonly Cell[])[] =>
  tables.flatMap(({ title, rows }) =>
    rows.map((row) => (tables.length > 1 ? [title, ...row] : row)),
  );

const wideCharacter = /[\u1100-\u11FF\u2E80-\uFFEF]/gu;

/**
 * Returns the number of lines a text takes in a column of that width; a Chinese character counts as
 * two.
 */
export const linesOf = (value: SheetCell['value'], width: number): number => {
  if (typeof value !== 'string') return 1;
  const places = value.length + (value.match(wideCharacter)?.length ?? 0);
  return Math.max(1, Math.ceil(places / Math.max(1, width - 1)));
};
