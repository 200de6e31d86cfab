import type { FileReading } from '../../../events/case/import.ts';
import { registerColumns, yesOrNo } from '../../../events/oversight/register-file.table.ts';
import type { RegisterColumn } from '../../../events/oversight/register-file.table.ts';
import { RegisterEntries } from '../../../events/oversight/register.ts';
import type { RegisterEntry, RegisterNoun } from '../../../shared/domain/oversight/register.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import type { FieldProblemCode } from '../../../shared/http/problem/problem.table.ts';
import { fieldErrors, Problem } from '../../../shared/http/problem/problem.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import { cellReading } from '../../case/import/cell.ts';
import type { Table } from '../../case/import/find-header.ts';
import { columnNameAt, columnsOf } from '../../case/import/header.ts';
import type { NamedColumn } from '../../case/import/header.ts';
import { cellsDiffer } from '../../case/import/line.ts';
import type { Row } from '../../case/import/line.ts';
import { readTable } from '../../case/import/read-table.ts';
import { listReaders } from './cell-list.ts';

export const registerForms = ['csv', 'xlsx'] as const;
export type RegisterForm = (typeof registerForms)[number];

/** Enough to see what is wrong; the others are of the same kinds. */
const mostErrors = 100;

/** The list of a file, and where each of its entries stands. */
export interface RegisterFile {
  readonly entries: readonly RegisterEntry[];
  readonly reading: FileReading;
  /** Adds line and column to the errors of the list. */
  readonly locate: (errors: readonly FieldError[]) => readonly FieldError[];
}

type ReadMember =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly problem: FieldProblemCode;
      readonly allowed?: readonly string[];
    };

type RegisterNamed = NamedColumn & Pick<RegisterColumn, 'member'>;

const readMember = ({ member, kind, position }: RegisterNamed, { cells }: Row): ReadMember => {
  const read = cellReading(cells[position] ?? null, kind);
  if (!read.ok) return read;
  // Every hall has a list of windows, which is empty where there are terminals only.
  if (read.value === undefined) return member === 'windows' ? { ok: true, value: [] } : read;
  if (kind === yesOrNo) return { ok: true, value: read.value === 'true' };
  if (!(member in listReaders)) return read;
  const list = listReaders[member as keyof typeof listReaders](String(read.value));
  return list === undefined ? { ok: false, problem: 'wrong_format' } : { ok: true, value: list };
};

const readRow = (columns: readonly RegisterNamed[], row: Row, index: number) => {
  const entry: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const column of columns) {
    const read = readMember(column, row);
    const path = `/entries/${index}/${column.member}`;
    if (!read.ok) errors.push({ path, problem: read.problem, allowed: read.allowed });
    else if (read.value !== undefined) entry[column.member] = read.value;
  }
  return { entry, errors };
};

const refuseCut = ({ header, rows }: Table, columns: readonly NamedColumn[]): void => {
  const cut = rows.find((row) => cellsDiffer(row, header.cells, columns));
  if (cut === undefined) return;
  throw new Problem(importProblems.line_cells_differ, { fact: String(cut.line) });
};

const isColumn = (column: NamedColumn): column is RegisterNamed => 'member' in column;

const locator =
  (rows: readonly Row[], columns: readonly NamedColumn[], all: readonly RegisterColumn[]) =>
  (errors: readonly FieldError[]): readonly FieldError[] =>
    errors.slice(0, mostErrors).map((error) => {
      const [, index, member] = /^\/entries\/(\d+)\/([^/]+)/.exec(error.path) ?? [];
      if (index === undefined || member === undefined) return error;
      const line = rows[Number(index)]?.line;
      return { ...error, line, column: columnNameAt(columns, `/${member}`, all) };
    });

const refuse = (errors: readonly FieldError[], locate: RegisterFile['locate']): void => {
  if (errors.length > 0) throw new Problem('invalid_input', { errors: locate(errors) });
};

/**
 * Reads the whole list of a register from a file; a list without entries has its header only.
 * @throws Problem with line and column of everything that cannot be read
 */
export const readRegisterFile = async (
  noun: RegisterNoun,
  form: RegisterForm,
  bytes: Uint8Array,
): Promise<RegisterFile> => {
  const all = registerColumns(noun);
  const table = await readTable(form, bytes, { all });
  const { reading } = table;
  const columns = columnsOf(table.header.cells, all).filter(isColumn);
  if (form === 'csv') refuseCut(table, columns);
  const locate = locator(table.rows, columns, all);
  const rows = table.rows.map((row, index) => readRow(columns, row, index));
  refuse(
    rows.flatMap(({ errors }) => errors),
    locate,
  );
  const read = RegisterEntries.safeParse(
    rows.map(({ entry }) => entry),
    { reportInput: true },
  );
  if (read.success) return { entries: read.data, locate, reading };
  const errors = fieldErrors(read.error);
  const told = errors.map((error) => ({ ...error, path: `/entries${error.path}` }));
  throw new Problem('invalid_input', { errors: locate(told) });
};
