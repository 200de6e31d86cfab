import { fileColumns } from '../../../events/case/import-file.table.ts';
import type { FileColumn } from '../../../events/case/import-file.table.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import { cellReading, hasContent, isEmptyRow } from './cell.ts';
import type { Cell, Row } from './cell.ts';
import { derivedEventId } from './event-id.ts';
import { isHeader } from './find-header.ts';
import { columnsOf, namedIn, toColumnLetters } from './header.ts';
import type { NamedColumn } from './header.ts';

/**
 * Whether a line of a text has another number of cells than its header, and cannot be read by it.
 * Excel leaves out empty cells at the end of a line, so a line may lack cells that are optional;
 * cells beyond the header must be empty.
 */
const cellsDiffer = (
  { cells, isUnended }: Row,
  header: readonly Cell[],
  columns: readonly NamedColumn[],
): boolean => {
  if (cells.length >= header.length) return !isEmptyRow(cells.slice(header.length));
  const lacksNeeded = columns.some(
    ({ needed, position }) => needed === true && position >= cells.length,
  );
  return isUnended === true || lacksNeeded;
};

/** The header of a table, as it is written and as it is read. */
export interface ReadHeader {
  readonly cells: readonly Cell[];
  readonly columns: readonly NamedColumn[];
  /** What columns there are. */
  readonly all: readonly FileColumn[];
  /** The format writes the cells of a line, so one of another length may be broken. */
  readonly isExact: boolean;
}

/** Returns the letters of columns without a name in which a row has something. */
const unnamedIn = ({ cells }: Row, columns: readonly NamedColumn[]): readonly string[] => {
  const named = new Set(columns.map(({ position }) => position));
  return cells.flatMap((cell, position) =>
    hasContent(cell) && !named.has(position) ? [toColumnLetters(position)] : [],
  );
};

interface LineFault {
  readonly of: 'line_cells_differ' | 'line_cells_unnamed' | 'line_is_header' | 'line_outside_table';
  readonly fact?: string;
}

/** Returns why a line cannot be read by its header, and for what it says in no column. */
export const lineFault = (
  row: Row,
  { cells, columns, all, isExact }: ReadHeader,
): LineFault | undefined => {
  if (row.isAboveHeader) return { of: 'line_outside_table' };
  if (isHeader(row, all)) return { of: 'line_is_header' };
  if (isExact && cellsDiffer(row, cells, columns)) return { of: 'line_cells_differ' };
  const unnamed = unnamedIn(row, columns);
  return unnamed.length > 0 ? { of: 'line_cells_unnamed', fact: unnamed.join(', ') } : undefined;
};

const placesOf = (named: readonly (readonly [string, number])[]): string =>
  named.map((one) => one.join(' ')).join(', ');

/** Whether a second header has the same columns at the same places, as one that is repeated on each page. */
const isSameHeader = ({ cells }: Row, { columns, all }: ReadHeader): boolean =>
  placesOf(namedIn(cells, all).map(({ column, position }) => [column.name, position])) ===
  placesOf(columns.map(({ name, position }) => [name, position]));

/** A line of a file: an event as in `POST /v1/cases`, or the problem that prevents it. */
export type FileLine =
  | { readonly line: number; readonly event: object }
  | { readonly line: number; readonly problem: Problem };

type Members = Record<string, unknown>;

const setAtPath = (event: Members, path: string, value: string | number): void => {
  const names = path.slice(1).split('/');
  const last = names.pop() ?? '';
  let at = event;
  for (const name of names) at = (at[name] ??= {}) as Members;
  at[last] = value;
};

/** Gives a contact without its own time the time of the event. */
const withContactTime = (event: Members): Members => {
  const contact = event['contact'] as Members | undefined;
  return contact === undefined || 'at' in contact || !('at' in event)
    ? event
    : { ...event, contact: { ...contact, at: event['at'] } };
};

const withEventId = (event: Members): Members => {
  const eventId = 'eventId' in event ? undefined : derivedEventId(event);
  return eventId === undefined ? event : { eventId, ...event };
};

/** Returns an event of JSON Lines. Its id is optional, as in a table. */
export const eventOf = (given: object): object => withEventId({ ...given });

const readRow = ({ line, cells }: Row, columns: readonly NamedColumn[]): FileLine => {
  const event: Members = {};
  const errors: FieldError[] = [];
  for (const { path, kind, position } of columns) {
    const read = cellReading(cells[position] ?? null, kind);
    if (!read.ok) errors.push({ path, problem: read.problem, allowed: read.allowed });
    else if (read.value !== undefined) setAtPath(event, path, read.value);
  }
  if (errors.length > 0) return { line, problem: new Problem('invalid_input', { errors }) };
  return { line, event: withEventId(withContactTime(event)) };
};

/** Reads the lines of a table below its header. */
export interface TableReader {
  readonly columns: readonly NamedColumn[];
  /** Returns undefined for an empty line. */
  readonly read: (row: Row) => FileLine | undefined;
}

/** @throws Problem when the header is invalid */
export const tableReader = (cells: readonly Cell[], isExact: boolean): TableReader => {
  const columns = columnsOf(cells);
  const header = { cells, columns, all: fileColumns, isExact };
  let isOfOther = false;
  const faultOf = (row: Row): LineFault | undefined => {
    const fault = lineFault(row, header);
    if (fault?.of === 'line_is_header') isOfOther = !isSameHeader(row, header);
    else if (isOfOther) return { of: 'line_outside_table' };
    return fault;
  };
  return {
    columns,
    read(row) {
      if (isEmptyRow(row.cells)) return undefined;
      const fault = faultOf(row);
      return fault === undefined
        ? readRow(row, columns)
        : { line: row.line, problem: new Problem(importProblems[fault.of], { fact: fault.fact }) };
    },
  };
};
