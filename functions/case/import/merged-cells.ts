import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { MergedCells } from '../../../shared/spreadsheet.ts';

/** Many times what people merge; a file made to be slow has more. */
const mostMergedRows = 200_000;

/**
 * Returns whether a cell is part of merged cells. All but the first of them are empty, which a
 * person does not see.
 */
export const mergedCells = (
  merges: readonly MergedCells[],
  rows: number,
): ((row: number, column: number) => boolean) => {
  const byRow = new Map<number, MergedCells[]>();
  let count = 0;
  for (const merge of merges) {
    const last = Math.min(merge.endRow, rows - 1);
    for (let row = merge.startRow; row <= last; row += 1) {
      count += 1;
      if (count > mostMergedRows)
        throw new Problem(importProblems.file_unreadable, { fact: 'XLSX, merged cells' });
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [merge]);
      else known.push(merge);
    }
  }
  return (row, column) =>
    byRow.get(row)?.some(({ startCol, endCol }) => column >= startCol && column <= endCol) ?? false;
};
