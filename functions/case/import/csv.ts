import { CsvError } from 'csv-parse/sync';
import { parse } from 'csv-parse/sync';

import type { FileSeparator } from '../../../events/case/import.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { Row } from './cell.ts';
import { writtenCell } from './kept-text.ts';
import { separators } from './separator.ts';

const longestRecord = 256 * 1024;

/**
 * Parser options for RFC 4180. The table reader reports rows with a wrong number of cells. Quotes
 * are checked separately, because the parser cannot tell valid quotes within a cell from unmatched
 * ones.
 */
export const csvOptions = (separator: FileSeparator) =>
  ({
    delimiter: separators[separator],
    info: true,
    raw: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  }) as const;

export interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: the line on which the record ends. */
  readonly info: { readonly lines: number };
  /** The record as written in the file. */
  readonly raw: string;
}

/** Converts all line ends to `\n`, so that lines count as in an editor, within quotes too. */
const withPlainLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

const quotedCell = String.raw`"[^"]*(?:""[^"]*)*"`;

const soundRecord = (separator: string): RegExp => {
  const cell = String.raw`(?:${quotedCell}|[^"${separator}\n][^${separator}\n]*)?`;
  return new RegExp(String.raw`^\n*${cell}(?:${separator}${cell})*\n?$`);
};

const soundRecords = {
  comma: soundRecord(separators.comma),
  tab: soundRecord(separators.tab),
  semicolon: soundRecord(separators.semicolon),
} as const satisfies Record<FileSeparator, RegExp>;

/**
 * Refuses a record with unmatched quotes. In a cell that does not start with a quote, quotes are
 * ordinary characters: exports write `="3306…"` to keep numbers whole, and spreadsheets read it the
 * same way. After a closing quote nothing may follow in the cell: otherwise a quote is missing, and
 * the extent of the damage is unknown.
 */
const refuseUnsound = ({ raw, info }: CsvRecord, separator: FileSeparator): void => {
  if (raw.includes('"') && !soundRecords[separator].test(raw))
    throw new Problem(importProblems.file_quotes_unmatched, {
      fact: { zh: `第 ${info.lines} 行`, en: `line ${info.lines}` },
    });
};

/** @throws Problem when quotes do not match */
export const rowOf = (given: CsvRecord, separator: FileSeparator): Row => {
  refuseUnsound(given, separator);
  const { record, info, raw } = given;
  const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return {
    line: info.lines - within,
    cells: record.map((cell) => writtenCell(cell)),
    ...(raw.endsWith('\n') ? {} : { isUnended: true }),
  };
};

/**
 * Both mean an unmatched quote: the quoted text runs to the end of the file or exceeds the limit.
 */
const quoteFaults: ReadonlySet<string> = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

const lineIn = (message: string): string | undefined => / at line (\d+)/.exec(message)?.[1];

export const csvProblem = (fault: unknown): unknown => {
  if (!(fault instanceof CsvError)) return fault;
  return quoteFaults.has(fault.code)
    ? new Problem(importProblems.file_quotes_unmatched, { fact: lineIn(fault.message) })
    : new Problem(importProblems.file_unreadable, { fact: fault.code });
};

/** A line that is too long by itself, and not because an open quote swallows those behind it. */
const refuseLongLine = (text: string): void => {
  const index = text.split('\n').findIndex((line) => Buffer.byteLength(line) > longestRecord);
  if (index === -1) return;
  throw new Problem(importProblems.file_line_too_long, { fact: String(index + 1) });
};

/** @throws Problem when a line is too long, or quotes do not match */
export const csvRows = (text: string, separator: FileSeparator): readonly Row[] => {
  const plain = withPlainLines(text);
  refuseLongLine(plain);
  try {
    const options = csvOptions(separator);
    const records = parse(plain, options) as unknown as readonly CsvRecord[];
    return records.map((record) => rowOf(record, separator));
  } catch (fault) {
    throw csvProblem(fault);
  }
};
