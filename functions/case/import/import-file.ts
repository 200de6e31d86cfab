import { fileColumns } from '../../../events/case/import-file.table.ts';
import type { FileForm, FileReading } from '../../../events/case/import.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { decodedText } from './encoding/text-encoding.ts';
import type { NamedColumn } from './header.ts';
import { tableReader } from './line.ts';
import type { FileLine } from './line.ts';
import { ndjsonLines } from './ndjson.ts';
import { readTable } from './read-table.ts';
import type { TableForm } from './read-table.ts';

/** 办件文件: the events of a file by line, and how the file was read. */
export interface ImportFile {
  readonly form: FileForm;
  readonly reading: FileReading;
  /** Empty for JSON Lines. */
  readonly columns: readonly NamedColumn[];
  readonly lines: readonly FileLine[];
}

/** JSON is UTF-8 by its standard. @throws Problem for another encoding */
export const requireUtf8 = (encoding: FileReading['encoding']): void => {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return;
  throw new Problem(importProblems.file_encoding_unknown, { fact: 'JSON Lines: UTF-8' });
};

const readJsonLines = (bytes: Uint8Array): ImportFile => {
  const { text, encoding } = decodedText(bytes);
  requireUtf8(encoding);
  return { form: 'ndjson', reading: { encoding }, columns: [], lines: ndjsonLines(text) };
};

const readLines = async (
  form: TableForm,
  bytes: Uint8Array,
  largest: number | undefined,
): Promise<ImportFile> => {
  const { header, rows, reading } = await readTable(form, bytes, { all: fileColumns, largest });
  const { columns, read } = tableReader(header.cells, form === 'csv');
  const lines = rows.map((row) => read(row)).filter((line) => line !== undefined);
  return { form, reading, columns, lines };
};

/** @throws Problem when the file as a whole is unreadable, or has no line */
export const readImportFile = async (
  form: FileForm,
  bytes: Uint8Array,
  largest?: number,
): Promise<ImportFile> => {
  const file = form === 'ndjson' ? readJsonLines(bytes) : await readLines(form, bytes, largest);
  if (file.lines.length === 0) throw new Problem(importProblems.file_empty);
  return file;
};
