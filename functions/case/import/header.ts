import { fileColumns } from '../../../events/case/import-file.table.ts';
import type { FileColumn } from '../../../events/case/import-file.table.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { Cell } from './cell.ts';

/** A column of the file: its meaning, and its name in the file's own header. */
export interface NamedColumn extends FileColumn {
  readonly called: string;
  /** Counts from 0. */
  readonly position: number;
}

/** Removes spaces, marks of required columns, and remarks in brackets. */
const normalizeName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)|[\s\p{Cf}_*-]/gu, '')
    .toLowerCase();

const byName = (columns: readonly FileColumn[]): ReadonlyMap<string, FileColumn> =>
  new Map(
    columns.flatMap((column) => [
      [normalizeName(column.name), column] as const,
      [normalizeName(column.zh), column] as const,
    ]),
  );

/**
 * Returns the file's name for the location of an error: the column itself; the columns below it
 * when all of those are empty; or, when the file has no such column, the name of the missing
 * column.
 */
export const columnNameAt = (
  columns: readonly NamedColumn[],
  path: string,
  all: readonly FileColumn[] = fileColumns,
): string | undefined => {
  if (columns.length === 0 || path === '') return undefined;
  const own = columns.find((column) => column.path === path)?.called;
  const below = columns.filter((column) => column.path.startsWith(`${path}/`));
  if (own !== undefined || below.length > 0)
    return own ?? below.map(({ called }) => called).join('、');
  return all.find((column) => column.path === path)?.zh;
};

/** Returns the spreadsheet letters of a column: A … Z, AA … */
export const toColumnLetters = (position: number): string =>
  (position >= 26 ? toColumnLetters(Math.floor(position / 26) - 1) : '') +
  String.fromCodePoint(65 + (position % 26));

/**
 * The answer repeats short column names only: a longer text may be personal data from a file
 * without a header.
 */
const longestEcho = 20;

const refuseUnknown = (names: readonly string[], columns: readonly NamedColumn[]): void => {
  const taken = new Set(columns.map(({ position }) => position));
  const unknown = names.flatMap((name, position) =>
    name === '' || taken.has(position)
      ? []
      : [`${toColumnLetters(position)} ${name.slice(0, longestEcho)}`],
  );
  if (columns.length === 0 || unknown.length > columns.length)
    throw new Problem(importProblems.file_header_missing);
  if (unknown.length > 0)
    throw new Problem(importProblems.file_columns_unknown, { fact: unknown.join(', ') });
};

const refuseTwice = (columns: readonly NamedColumn[]): void => {
  const twice = [...Map.groupBy(columns, ({ name }) => name).values()].filter(
    (same) => same.length > 1,
  );
  if (twice.length === 0) return;
  const told = twice.map((same) =>
    same.map(({ called, position }) => `${toColumnLetters(position)} ${called}`).join(' = '),
  );
  throw new Problem(importProblems.file_columns_twice, { fact: told.join(', ') });
};

const refuseMissing = (columns: readonly NamedColumn[], all: readonly FileColumn[]): void => {
  const names = new Set(columns.map(({ name }) => name));
  const missing = all.filter(({ name, needed }) => needed === true && !names.has(name));
  if (missing.length === 0) return;
  const told = missing.map(({ name, zh }) => `${zh} ${name}`);
  throw new Problem(importProblems.file_columns_missing, { fact: told.join(', ') });
};

const nameIn = (cell: Cell): string => {
  if (typeof cell === 'string') return cell.trim();
  return cell !== null && typeof cell === 'object' && 'kept' in cell ? cell.kept.trim() : '';
};

const namesIn = (header: readonly Cell[]): readonly string[] => header.map(nameIn);

/** Returns the columns that a row names, and where. */
export const namedIn = (
  row: readonly Cell[],
  all: readonly FileColumn[],
): readonly {
  readonly column: FileColumn;
  readonly called: string;
  readonly position: number;
}[] => {
  const columns = byName(all);
  return namesIn(row).flatMap((called, position) => {
    const column = columns.get(normalizeName(called));
    return column === undefined ? [] : [{ column, called, position }];
  });
};

/** What a row would be as a header: how many columns it names, how many other texts it has. */
interface HeaderCount {
  readonly known: number;
  readonly unknown: number;
  /** It names every column that a file needs. */
  readonly isWhole: boolean;
}

export const countNames = (row: readonly Cell[], all: readonly FileColumn[]): HeaderCount => {
  const columns = byName(all);
  const names = namesIn(row).filter((name) => name !== '');
  const found = names.map((name) => columns.get(normalizeName(name))?.name);
  const known = new Set(found.filter((name) => name !== undefined));
  return {
    known: known.size,
    unknown: found.filter((name) => name === undefined).length,
    isWhole: all.every(({ name, needed }) => needed !== true || known.has(name)),
  };
};

/**
 * Maps the header line of a file to columns, by default those of case files. Names may be Chinese or
 * English, in any order.
 * @throws Problem when names are unknown, missing or duplicated
 */
export const columnsOf = (
  header: readonly Cell[],
  all: readonly FileColumn[] = fileColumns,
): readonly NamedColumn[] => {
  const names = namesIn(header);
  const columns = namedIn(header, all).map(({ column, called, position }) => ({
    ...column,
    called,
    position,
  }));
  refuseUnknown(names, columns);
  refuseTwice(columns);
  refuseMissing(columns, all);
  return columns;
};
