/** Finds the header of a table: exports and people write titles and remarks above it. */
import type { FileColumn } from '../../../events/case/import-file.table.ts';
import { isEmptyRow } from './cell.ts';
import { countNames } from './header.ts';
import type { Row } from './line.ts';

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

/** Returns the position of the first row that names the most columns; undefined when none names any. */
const bestOf = (rows: readonly Row[], all: readonly FileColumn[]): number | undefined => {
  const scores = rows.map((row) => headerScore(row, all));
  const best = Math.max(0, ...scores);
  return best === 0 ? undefined : scores.indexOf(best);
};

/**
 * Returns the table among these rows. Without any known name the first filled row counts as the
 * header, so that the refusal says what is wrong with it; undefined without any filled row.
 */
export const tableIn = (given: readonly Row[], all: readonly FileColumn[]): Table | undefined => {
  const filled = given.filter(({ cells }) => !isEmptyRow(cells));
  const at = bestOf(filled.slice(0, searchedRows), all) ?? 0;
  const header = filled[at];
  if (header === undefined) return undefined;
  const rows = filled.slice(at + 1);
  return at === 0 ? { header, rows } : { header, rows, headerLine: header.line };
};

/** Whether the header names every needed column; a remark about one column does not. */
export const isWholeTable = ({ header }: Table, all: readonly FileColumn[]): boolean =>
  countNames(header.cells, all).isWhole;
