/** The table of a text file or a workbook, for case files and registers alike. */
import type { FileColumn } from '../../../events/case/import-file.table.ts';
import type {
  FileEncoding,
  FileForm,
  FileReading,
  FileSeparator,
} from '../../../events/case/import.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { csvRows } from './csv.ts';
import { decodedText } from './encoding/text-encoding.ts';
import { tableIn } from './find-header.ts';
import type { Table } from './find-header.ts';
import { separatorOf } from './separator.ts';
import { workbookTable } from './workbook.ts';
import type { SheetTable } from './workbook.ts';

/** Thirty times the unpacked size of the largest accepted file. */
const largestUnpacked = 32 * 1024 * 1024;

/** How a text file was read. */
export const textReading = ({
  encoding,
  separator,
  table: { headerLine },
}: {
  readonly encoding: FileEncoding;
  readonly separator: FileSeparator;
  readonly table: Table;
}): FileReading => ({
  encoding,
  ...(separator === 'comma' ? {} : { separator }),
  ...(headerLine === undefined ? {} : { headerLine }),
});

const textTable = (bytes: Uint8Array, all: readonly FileColumn[]): SheetTable => {
  const { text, encoding } = decodedText(bytes);
  const separator = separatorOf(text, all);
  const table = tableIn(csvRows(text, separator), all);
  if (table === undefined) throw new Problem(importProblems.file_empty);
  return { ...table, reading: textReading({ encoding, separator, table }) };
};

export interface TableWanted {
  readonly all: readonly FileColumn[];
  /** In bytes, of an unpacked workbook. */
  readonly largest?: number | undefined;
}

/** A file that is a table; the other form is lines of JSON. */
export type TableForm = Exclude<FileForm, 'ndjson'>;

const readers: Readonly<
  Record<TableForm, (bytes: Uint8Array, wanted: TableWanted) => SheetTable | Promise<SheetTable>>
> = {
  csv: (bytes, { all }) => textTable(bytes, all),
  xlsx: (bytes, { all, largest = largestUnpacked }) => workbookTable(bytes, all, largest),
};

/** @throws Problem when the file as a whole is unreadable or empty */
export const readTable = async (
  form: TableForm,
  bytes: Uint8Array,
  wanted: TableWanted,
): Promise<SheetTable> => readers[form](bytes, wanted);
