import type { FileReading } from '../../../events/case/import.ts';
import { registerColumns, yesOrNo } from '../../../events/oversight/register-file.table.ts';
import type { RegisterColumn } from '../../../events/oversight/register-file.table.ts';
import { longestRegister, RegisterItem } from '../../../events/oversight/register.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import type { FieldProblemCode } from '../../../shared/http/problem/field.table.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { fieldErrors, Problem } from '../../../shared/http/problem/problem.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import type { RegisterKey } from '../../../shared/port/oversight/register-store.ts';
import { cellReading } from '../../case/import/cell.ts';
import type { Row } from '../../case/import/cell.ts';
import { columnNameAt, columnsOf } from '../../case/import/header.ts';
import type { NamedColumn } from '../../case/import/header.ts';
import { lineFault } from '../../case/import/line.ts';
import { readTable } from '../../case/import/read-table.ts';
import type { SheetTable } from '../../case/import/workbook.ts';
import { listReaders } from './cell-list.ts';
import { faultsIn, inCodeForm } from './check.ts';

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

type RegisterNamed = NamedColumn & Pick<RegisterColumn, 'hint' | 'member'>;

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

const isColumn = (column: NamedColumn): column is RegisterNamed => 'member' in column;

interface ReadTable {
  readonly table: SheetTable;
  readonly columns: readonly RegisterNamed[];
  readonly all: readonly RegisterColumn[];
  readonly form: RegisterForm;
}

/** A cell of a wrong form: how it is filled in. */
const hintFor = ({ problem }: FieldError, column: RegisterColumn | undefined) =>
  problem === 'wrong_format' && column !== undefined && column.hint !== ''
    ? { hint: column.hint }
    : {};

const locator =
  ({ table: { rows, reading }, columns, all }: ReadTable) =>
  (errors: readonly FieldError[]): readonly FieldError[] =>
    errors.slice(0, mostErrors).map((error) => {
      const [, index, member = ''] = /^\/entries\/(\d+)(?:\/([^/]+))?/.exec(error.path) ?? [];
      if (index === undefined) return error;
      const [sheet, line] = [reading.sheet, rows[Number(index)]?.line];
      const column = member === '' ? error.column : columnNameAt(columns, `/${member}`, all);
      const known = all.find((one) => one.member === member);
      return { ...error, sheet, line, column, ...hintFor(error, known) };
    });

interface ReadEntry {
  /** Undefined when something in it does not fit the schema. */
  readonly entry: RegisterEntry | undefined;
  readonly errors: readonly FieldError[];
}

const rowProblems = {
  line_cells_differ: 'cells_differ',
  line_cells_unnamed: 'cells_unnamed',
  line_is_header: 'names_columns_again',
  line_outside_table: 'above_column_names',
} as const;

/** Reads a row by its cells, then by the schema; an error of a cell hides what follows from it. */
const entryIn = (row: Row, index: number, { table, columns, all, form }: ReadTable): ReadEntry => {
  const path = `/entries/${index}`;
  const header = { cells: table.header.cells, columns, all, isExact: form === 'csv' };
  const fault = lineFault(row, header);
  if (fault !== undefined) {
    const { of, fact } = fault;
    return { entry: undefined, errors: [{ path, problem: rowProblems[of], column: fact }] };
  }
  const cells = readRow(columns, row, index);
  const read = RegisterItem.safeParse(cells.entry, { reportInput: true });
  const unfit = read.success ? [] : fieldErrors(read.error);
  const errors = [
    ...cells.errors,
    ...unfit.map((error) => ({ ...error, path: `${path}${error.path}` })),
  ];
  return { entry: read.data, errors };
};

const rowIn = (path: string): number => Number(path.split('/')[2]);

/** Returns the faults between entries, and of those that could be read, by their rows. */
const listFaults = (read: readonly ReadEntry[], key: RegisterKey): readonly FieldError[] => {
  const whole = read.flatMap(({ entry }, row) => (entry === undefined ? [] : [{ entry, row }]));
  const faults = faultsIn(
    whole.map(({ entry }) => inCodeForm(entry, key.noun)),
    key,
  );
  return faults.map(({ path, ...fault }) => {
    const [, entries, index, ...rest] = path.split('/');
    return { ...fault, path: ['', entries, whole[Number(index)]?.row, ...rest].join('/') };
  });
};

/** In the order of the rows; of several errors of one cell the first, from which the others follow. */
const inRows = (errors: readonly FieldError[]): readonly FieldError[] =>
  [...Map.groupBy(errors, ({ path }) => path).values()]
    .flatMap(([first]) => first ?? [])
    .toSorted((a, b) => rowIn(a.path) - rowIn(b.path));

/**
 * Reads the whole list of a register from a file; a list without entries has its header only.
 * @throws Problem with sheet, line and column of everything that cannot be read or does not fit
 */
export const readRegisterFile = async (
  key: RegisterKey,
  form: RegisterForm,
  bytes: Uint8Array,
): Promise<RegisterFile> => {
  const all = registerColumns(key.noun);
  const table = await readTable(form, bytes, { all });
  const columns = columnsOf(table.header.cells, all).filter(isColumn);
  const known = { table, columns, all, form };
  const [locate, { length }] = [locator(known), table.rows];
  if (length > longestRegister) {
    const fact = { zh: `最多 ${longestRegister} 行`, en: `at most ${longestRegister} lines` };
    throw new Problem(importProblems.file_too_many_lines, { fact });
  }
  const read = table.rows.map((row, index) => entryIn(row, index, known));
  const errors = inRows([...read.flatMap((row) => row.errors), ...listFaults(read, key)]);
  if (errors.length > 0) throw new Problem('invalid_input', { errors: locate(errors) });
  const entries = read.flatMap(({ entry }) => entry ?? []);
  return { entries, locate, reading: table.reading };
};
