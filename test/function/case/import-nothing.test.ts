/** The words of SQL clients and programs for a cell without a value. */
import { describe, expect, it } from 'vitest';

import { cellReading, isEmptyRow } from '../../../functions/case/import/cell.ts';

const kinds = ['code', 'text', 'integer', 'time', { granted: ['准予'] }] as const;

describe('a cell that says nothing', () => {
  it.each(['NULL', 'null', '\\N', '(null)', '[NULL]', '-', '——', 'NaN', 'None', 'N/A', ' NULL '])(
    '%s is empty, whatever its column is',
    (cell) => {
      for (const kind of kinds) expect(cellReading(cell, kind)).toEqual({ ok: true });
      expect(isEmptyRow([cell, null, ''])).toBe(true);
    },
  );

  it.each(['Nullarbor', '-1号', 'N/A/B', 'None of them', 'A-1', '无'])('%s is a text', (cell) => {
    expect(cellReading(cell, 'text')).toEqual({ ok: true, value: cell });
  });

  it('is not what stands in a cell that is marked as text', () => {
    expect(cellReading({ kept: 'NULL' }, 'text')).toEqual({ ok: true, value: 'NULL' });
  });
});
