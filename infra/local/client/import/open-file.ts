import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline, Readable } from 'node:stream';

import { parse } from 'csv-parse';

import type { FileForm } from '../../../../events/case/import.ts';
import { isEmptyRow } from '../../../../functions/case/import/cell.ts';
import { csvOptions, csvProblem, rowOf } from '../../../../functions/case/import/csv.ts';
import type { CsvRecord } from '../../../../functions/case/import/csv.ts';
import type { NamedColumn } from '../../../../functions/case/import/header.ts';
import { readImportFile } from '../../../../functions/case/import/import-file.ts';
import { tableReader } from '../../../../functions/case/import/line.ts';
import type { FileLine, TableReader } from '../../../../functions/case/import/line.ts';
import { longestLine, ndjsonLine } from '../../../../functions/case/import/ndjson.ts';
import { importProblems } from '../../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../../shared/http/problem/problem.ts';
import { encodingOfFile, textPieces } from './text-pieces.ts';

/** The sheet of a workbook that is read, and the names of the sheets that are not. */
export interface Sheets {
  readonly read: string;
  readonly notRead: readonly string[];
}

/** A line with the columns of its file. The columns are known once the first line is read. */
export interface ReadLine {
  readonly columns: readonly NamedColumn[];
  readonly line: FileLine;
  readonly sheets?: Sheets;
}

const forms: Readonly<Record<string, FileForm>> = {
  '.csv': 'csv',
  '.jsonl': 'ndjson',
  '.ndjson': 'ndjson',
  '.xlsx': 'xlsx',
};

/**
 * The maximum unpacked size of a workbook in bytes, because a workbook is read into memory as a
 * whole. One with a million lines unpacks to about half of this.
 */
const largestWorkbook = 1024 * 1024 * 1024;

const csvRecords = async function* (path: string): AsyncGenerator<CsvRecord> {
  const parser = parse(csvOptions);
  const text = Readable.from(textPieces(path, await encodingOfFile(path)));
  // An error in the pipeline destroys the parser, which ends the loop below with the same error.
  pipeline(text, parser, () => undefined);
  try {
    for await (const record of parser) yield record as CsvRecord;
  } catch (fault) {
    throw csvProblem(fault);
  }
};

const csvLines = async function* (path: string): AsyncGenerator<ReadLine> {
  let reader: TableReader | undefined;
  for await (const record of csvRecords(path)) {
    const row = rowOf(record);
    if (isEmptyRow(row.cells)) continue;
    if (reader === undefined) {
      reader = tableReader(row.cells, true);
      continue;
    }
    const line = reader.read(row);
    if (line !== undefined) yield { columns: reader.columns, line };
  }
};

const ndjsonLines = async function* (path: string): AsyncGenerator<ReadLine> {
  const encoding = await encodingOfFile(path);
  if (encoding === 'gb18030') {
    throw new Problem(importProblems.file_encoding_unknown, { fact: 'JSON Lines: UTF-8' });
  }
  let rest = '';
  let number = 0;
  for await (const piece of textPieces(path, encoding)) {
    const texts = (rest + piece).split('\n');
    // A line that is too long is not buffered beyond the limit, however long it is.
    rest = (texts.pop() ?? '').slice(0, longestLine + 1);
    for (const text of texts) {
      const line = ndjsonLine(text, (number += 1));
      if (line !== undefined) yield { columns: [], line };
    }
  }
  const last = ndjsonLine(rest, number + 1);
  if (last !== undefined) yield { columns: [], line: last };
};

const workbookLines = async function* (path: string): AsyncGenerator<ReadLine> {
  const file = await readImportFile('xlsx', await readFile(path), largestWorkbook);
  const { columns, lines, sheet = '', sheetsNotRead = [] } = file;
  const sheets = { read: sheet, notRead: sheetsNotRead };
  for (const line of lines) yield { columns, line, sheets };
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
): Promise<{ readonly lines: number; readonly sheets: Sheets | undefined }> => {
  let lines = 0;
  let sheets: Sheets | undefined;
  for await (const read of linesOf(path)) {
    lines += 1;
    sheets = read.sheets;
  }
  if (lines === 0) throw new Problem(importProblems.file_empty);
  return { lines, sheets };
};
