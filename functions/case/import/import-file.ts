import type { FileEncoding, FileForm } from '../../../events/case/import.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { isEmptyRow } from './cell.ts';
import { csvRows } from './csv.ts';
import type { NamedColumn } from './header.ts';
import { tableReader } from './line.ts';
import type { FileLine, Row } from './line.ts';
import { ndjsonLines } from './ndjson.ts';
import { decodedText } from './text-encoding.ts';
import { workbookRows } from './workbook.ts';

/** 办件文件: the events of a file by line, and how the file was read. */
export interface ImportFile {
  readonly form: FileForm;
  readonly encoding?: FileEncoding;
  readonly sheet?: string;
  readonly sheetsNotRead?: readonly string[];
  /** Empty for JSON Lines. */
  readonly columns: readonly NamedColumn[];
  readonly lines: readonly FileLine[];
}

/** Thirty times the unpacked size of the largest accepted file. */
const largestUnpacked = 32 * 1024 * 1024;

const tableOf = (rows: readonly Row[], exact: boolean): Pick<ImportFile, 'columns' | 'lines'> => {
  const start = rows.findIndex(({ cells }) => !isEmptyRow(cells));
  const header = rows[start];
  if (header === undefined) throw new Problem(importProblems.file_empty);
  const reader = tableReader(header.cells, exact);
  const lines = rows.slice(start + 1).map((row) => reader.read(row));
  return { columns: reader.columns, lines: lines.filter((line) => line !== undefined) };
};

const readers = {
  csv: async (bytes) => {
    const { text, encoding } = decodedText(bytes);
    return { form: 'csv', encoding, ...tableOf(csvRows(text), true) };
  },
  ndjson: async (bytes) => {
    const { text, encoding } = decodedText(bytes);
    if (encoding === 'gb18030') {
      throw new Problem(importProblems.file_encoding_unknown, { fact: 'JSON Lines: UTF-8' });
    }
    return { form: 'ndjson', encoding, columns: [], lines: ndjsonLines(text) };
  },
  xlsx: async (bytes, largest) => {
    const { rows, ...sheet } = await workbookRows(bytes, largest);
    return { form: 'xlsx', ...sheet, ...tableOf(rows, false) };
  },
} as const satisfies Readonly<
  Record<FileForm, (bytes: Uint8Array, largest: number) => Promise<ImportFile>>
>;

/** @throws Problem when the file as a whole is unreadable, or has no line */
export const readImportFile = async (
  form: FileForm,
  bytes: Uint8Array,
  largest = largestUnpacked,
): Promise<ImportFile> => {
  const file = await readers[form](bytes, largest);
  if (file.lines.length === 0) throw new Problem(importProblems.file_empty);
  return file;
};
