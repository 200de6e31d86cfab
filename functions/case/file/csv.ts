import { CsvError } from 'csv-parse/sync';
import { parse } from 'csv-parse/sync';

import { importProblems } from '../../../shared/http/problem-import.table.ts';
import { Problem } from '../../../shared/http/problem.ts';
import type { Row } from './line.ts';

/** Rows of RFC 4180, of any length each; wrong ones are told by the reader of the table. */
export const csvOptions = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: 256 * 1024,
} as const;

export interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: the line on which the record ends. */
  readonly info: { readonly lines: number };
}

/** One kind of line end, so that lines are counted as an editor does, within quotes too. */
export const withPlainLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

export const rowOf = ({ record, info }: CsvRecord): Row => {
  const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: info.lines - within, cells: record };
};

/** A quote that never closes, or stands where none may: what follows cannot be told apart. */
export const csvProblem = (fault: unknown): unknown => {
  if (!(fault instanceof CsvError)) return fault;
  const line = typeof fault['lines'] === 'number' ? `, ${fault['lines']}` : '';
  return new Problem(importProblems.file_unreadable, { fact: `${fault.code}${line}` });
};

/** @throws Problem when quotes do not match */
export const csvRows = (text: string): readonly Row[] => {
  try {
    const records = parse(withPlainLines(text), csvOptions) as unknown as readonly CsvRecord[];
    return records.map(rowOf);
  } catch (fault) {
    throw csvProblem(fault);
  }
};
