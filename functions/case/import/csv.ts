import { CsvError } from 'csv-parse/sync';
import { parse } from 'csv-parse/sync';

import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { Row } from './line.ts';

/**
 * Rows of RFC 4180, of any length each; wrong ones are told by the reader of the table. Quotes are
 * let pass by the parser and judged by us, because it cannot tell one kind of them from the other.
 */
export const csvOptions = {
  info: true,
  raw: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: 256 * 1024,
} as const;

export interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: the line on which the record ends. */
  readonly info: { readonly lines: number };
  /** The record as it stands in the file. */
  readonly raw: string;
}

/** One kind of line end, so that lines are counted as an editor does, within quotes too. */
const withPlainLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

const quotedCell = String.raw`"[^"]*(?:""[^"]*)*"`;
const bareCell = String.raw`[^",\n][^,\n]*`;
const soundRecord = new RegExp(
  String.raw`^\n*(?:${quotedCell}|${bareCell})?(?:,(?:${quotedCell}|${bareCell})?)*\n?$`,
);

/**
 * Within a cell that does not begin with one, a quote is a character like any other: `="3306…"`, as
 * exports keep numbers whole, and as spreadsheets read it. After a quoted cell closes nothing may
 * follow: there a quote is missing, and what was swallowed cannot be known.
 */
const refuseUnsound = ({ raw, info }: CsvRecord): void => {
  if (raw.includes('"') && !soundRecord.test(raw))
    throw new Problem(importProblems.file_quotes_unmatched, { fact: String(info.lines) });
};

/** @throws Problem when quotes do not match */
export const rowOf = (given: CsvRecord): Row => {
  refuseUnsound(given);
  const { record, info } = given;
  const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: info.lines - within, cells: record };
};

/** Both mean that what follows a quote cannot be told apart: it goes on to the end, or too far. */
const quoteFaults: ReadonlySet<string> = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

const lineIn = (message: string): string | undefined => / at line (\d+)/.exec(message)?.[1];

export const csvProblem = (fault: unknown): unknown => {
  if (!(fault instanceof CsvError)) return fault;
  return quoteFaults.has(fault.code)
    ? new Problem(importProblems.file_quotes_unmatched, { fact: lineIn(fault.message) })
    : new Problem(importProblems.file_unreadable, { fact: fault.code });
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
