import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import { cellReading, isEmptyRow } from './cell.ts';
import type { Cell } from './cell.ts';
import { derivedEventId } from './event-id.ts';
import { columnsOf } from './header.ts';
import type { NamedColumn } from './header.ts';

/** A row of a table, with the line on which it starts in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** The last line of a text without a line end: it may be cut off. */
  readonly isUnended?: boolean;
}

/**
 * Whether a line of a text has another number of cells than its header, and cannot be read by it.
 * Excel leaves out empty cells at the end of a line, so a line may lack cells that are optional;
 * cells beyond the header must be empty.
 */
export const cellsDiffer = (
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

const withEventId = (event: Members): Members =>
  'eventId' in event ? event : { eventId: derivedEventId(event), ...event };

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

/**
 * `exact`: the format writes the cells of a line, so one of another length may be broken.
 * @throws Problem when the header is invalid
 */
export const tableReader = (header: readonly Cell[], exact: boolean): TableReader => {
  const columns = columnsOf(header);
  return {
    columns,
    read(row) {
      if (isEmptyRow(row.cells)) return undefined;
      return exact && cellsDiffer(row, header, columns)
        ? { line: row.line, problem: new Problem(importProblems.line_cells_differ) }
        : readRow(row, columns);
    },
  };
};
