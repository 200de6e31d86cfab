/** Finds the header of a table: exports and people write titles and remarks above it. */
import type { FileColumn } from '../../../events/case/import-file.table.ts';
import { plainCode } from '../../../shared/domain/number/written-form.ts';
import { hasContent, isEmptyRow } from './cell.ts';
import type { Cell, Row } from './cell.ts';
import { countNames, namedIn } from './header.ts';

/** How many filled rows are searched; a header further down is not one. */
export const searchedRows = 20;

export interface Table {
  readonly header: Row;
  readonly rows: readonly Row[];
  /** The line of the header, when other lines stand above it. */
  readonly headerLine?: number;
}

/** Counts the columns a row names, or 0 when it names more unknown ones: that is no header. */
export const headerScore = ({ cells }: Row, all: readonly FileColumn[]): number => {
  const { known, unknown } = countNames(cells, all);
  return unknown > known ? 0 : known;
};

/** Whether a row names every needed column, and more columns than other things. */
export const isHeader = (row: Row, all: readonly FileColumn[]): boolean =>
  headerScore(row, all) > 0 && countNames(row.cells, all).isWhole;

/**
 * Returns the position of the first row that is a whole header, or else of the one that names the
 * most columns; undefined when none names any. Below a whole header everything is data, also what
 * names more columns: another table, whose lines must not make the first one's vanish.
 */
const headerAt = (rows: readonly Row[], all: readonly FileColumn[]): number | undefined => {
  const whole = rows.findIndex((row) => isHeader(row, all));
  if (whole !== -1) return whole;
  const scores = rows.map((row) => headerScore(row, all));
  const best = Math.max(0, ...scores);
  return best === 0 ? undefined : scores.indexOf(best);
};

/** A code or a number, and no word of a title. */
const isCodeLike = (cell: Cell): boolean =>
  typeof cell === 'string' ? /^[\w-]*\d[\w-]*$/.test(plainCode(cell)) : hasContent(cell);

/** Whether a row above the header is filled like a line of data, as where a table was sorted with it. */
const isFilled = ({ cells }: Row, header: Row, all: readonly FileColumn[]): boolean => {
  const needed = namedIn(header.cells, all).filter(({ column }) => column.needed);
  const isWhole = needed.every(({ column, position }) => {
    const cell = cells[position] ?? null;
    return column.kind === 'code' ? isCodeLike(cell) : hasContent(cell);
  });
  return needed.length > 0 && isWhole;
};

/**
 * Returns the table among these rows. Without any known name the first filled row counts as the
 * header, so that the refusal says what is wrong with it; undefined without any filled row. Rows above
 * the header are titles, unless they are filled like data: those are refused.
 */
export const tableIn = (given: readonly Row[], all: readonly FileColumn[]): Table | undefined => {
  const filled = given.filter(({ cells }) => !isEmptyRow(cells));
  const at = headerAt(filled.slice(0, searchedRows), all) ?? 0;
  const header = filled[at];
  if (header === undefined) return undefined;
  const above = filled.slice(0, at).filter((row) => isFilled(row, header, all));
  const rows = [
    ...above.map((row) => ({ ...row, isAboveHeader: true as const })),
    ...filled.slice(at + 1),
  ];
  return at === 0 ? { header, rows } : { header, rows, headerLine: header.line };
};

/** Whether the header names every needed column; a remark about one column does not. */
export const isWholeTable = ({ header }: Table, all: readonly FileColumn[]): boolean =>
  countNames(header.cells, all).isWhole;
