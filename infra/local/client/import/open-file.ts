import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline, Readable } from 'node:stream';

import { parse } from 'csv-parse';

import { fileColumns } from '../../../../events/case/import-file.table.ts';
import type {
  FileEncoding,
  FileForm,
  FileReading,
  FileSeparator,
} from '../../../../events/case/import.ts';
import { isEmptyRow } from '../../../../functions/case/import/cell.ts';
import type { Row } from '../../../../functions/case/import/cell.ts';
import { csvOptions, csvProblem, rowOf } from '../../../../functions/case/import/csv.ts';
import type { CsvRecord } from '../../../../functions/case/import/csv.ts';
import { searchedRows, tableIn } from '../../../../functions/case/import/find-header.ts';
import type { NamedColumn } from '../../../../functions/case/import/header.ts';
import { readImportFile, requireUtf8 } from '../../../../functions/case/import/import-file.ts';
import { tableReader } from '../../../../functions/case/import/line.ts';
import type { FileLine } from '../../../../functions/case/import/line.ts';
import { longestLine, ndjsonLine } from '../../../../functions/case/import/ndjson.ts';
import { textReading } from '../../../../functions/case/import/read-table.ts';
import { separatorOf } from '../../../../functions/case/import/separator.ts';
import { importProblems } from '../../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../../shared/http/problem/problem.ts';
import { encodingOfFile, textPieces } from './text-pieces.ts';

/** A line with the columns of its file. Both are known once the first line is read. */
export interface ReadLine {
  readonly columns: readonly NamedColumn[];
  readonly line: FileLine;
  readonly reading: FileReading;
}

const forms: Readonly<Record<string, FileForm>> = {
  '.csv': 'csv',
  '.jsonl': 'ndjson',
  '.ndjson': 'ndjson',
  '.tsv': 'csv',
  '.txt': 'csv',
  // Refused by what it contains, with what to do.
  '.xls': 'xlsx',
  '.xlsx': 'xlsx',
};

/**
 * The maximum unpacked size of a workbook in bytes, because a workbook is read into memory as a
 * whole. One with a million lines unpacks to about half of this.
 */
const largestWorkbook = 1024 * 1024 * 1024;

const headOf = async (path: string, encoding: FileEncoding): Promise<string> => {
  for await (const piece of textPieces(path, encoding)) if (piece !== '') return piece;
  return '';
};

interface TextForm {
  readonly encoding: FileEncoding;
  readonly separator: FileSeparator;
}

const csvRowsOf = async function* (
  path: string,
  { encoding, separator }: TextForm,
): AsyncGenerator<Row> {
  const parser = parse(csvOptions(separator));
  const text = Readable.from(textPieces(path, encoding));
  // An error in the pipeline destroys the parser, which ends the loop below with the same error.
  pipeline(text, parser, () => undefined);
  try {
    for await (const record of parser) yield rowOf(record as CsvRecord, separator);
  } catch (fault) {
    throw csvProblem(fault);
  }
};

/** Reads the beginning, where the header is, before the rest. */
const withHead = async (
  rows: AsyncIterator<Row>,
): Promise<{ readonly head: readonly Row[]; readonly rest: AsyncIterator<Row> }> => {
  const head: Row[] = [];
  while (head.length <= searchedRows) {
    const next = await rows.next();
    if (next.done === true) break;
    if (!isEmptyRow(next.value.cells)) head.push(next.value);
  }
  return { head, rest: rows };
};

const csvLines = async function* (path: string): AsyncGenerator<ReadLine> {
  const encoding = await encodingOfFile(path);
  const separator = separatorOf(await headOf(path, encoding), fileColumns);
  const { head, rest } = await withHead(csvRowsOf(path, { encoding, separator }));
  const table = tableIn(head, fileColumns);
  if (table === undefined) return;
  const { columns, read } = tableReader(table.header.cells, true);
  const reading = textReading({ encoding, separator, table });
  const lineOf = (row: Row): ReadLine[] => {
    const line = read(row);
    return line === undefined ? [] : [{ columns, line, reading }];
  };
  for (const row of table.rows) yield* lineOf(row);
  for await (const row of { [Symbol.asyncIterator]: () => rest }) yield* lineOf(row);
};

const ndjsonLines = async function* (path: string): AsyncGenerator<ReadLine> {
  const encoding = await encodingOfFile(path);
  requireUtf8(encoding);
  const reading = { encoding };
  let rest = '';
  let number = 0;
  for await (const piece of textPieces(path, encoding)) {
    const texts = (rest + piece).split('\n');
    // A line that is too long is not buffered beyond the limit, however long it is.
    rest = (texts.pop() ?? '').slice(0, longestLine + 1);
    for (const text of texts) {
      const line = ndjsonLine(text, (number += 1));
      if (line !== undefined) yield { columns: [], line, reading };
    }
  }
  const last = ndjsonLine(rest, number + 1);
  if (last !== undefined) yield { columns: [], line: last, reading };
};

const workbookLines = async function* (path: string): AsyncGenerator<ReadLine> {
  const file = await readImportFile('xlsx', await readFile(path), largestWorkbook);
  const { columns, lines, reading } = file;
  for (const line of lines) yield { columns, line, reading };
};

const readers = { csv: csvLines, ndjson: ndjsonLines, xlsx: workbookLines } as const;

/**
 * Reads the lines of a case file of any length, by the same rules as the service.
 * @throws Problem, at the first line, when the file cannot be read
 */
export const linesOf = (path: string): AsyncIterable<ReadLine> => {
  const form = forms[extname(path).toLowerCase()];
  if (form === undefined)
    throw new Problem(importProblems.file_type_unknown, { fact: Object.keys(forms).join(' ') });
  return readers[form](path);
};

/**
 * Reads the whole file once before anything is sent, so that nothing is sent of a file that is
 * truncated or broken in the middle.
 */
export const surveyOf = async (
  path: string,
): Promise<{ readonly lines: number; readonly reading: FileReading }> => {
  let lines = 0;
  let reading: FileReading = {};
  for await (const read of linesOf(path)) {
    lines += 1;
    reading = read.reading;
  }
  if (lines === 0) throw new Problem(importProblems.file_empty);
  return { lines, reading };
};
