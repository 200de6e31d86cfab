import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import { cellReading, isEmptyRow } from './cell.ts';
import type { Cell } from './cell.ts';
import { derivedEventId } from './event-id.ts';
import { columnsOf } from './header.ts';
import type { NamedColumn } from './header.ts';

/** A row of a table, by where it begins in its file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** One line of a file: an event as `POST /v1/cases` takes it, or why it cannot be one. */
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

/** A contact whose own time is not given took place when the event did. */
const withContactTime = (event: Members): Members => {
  const contact = event['contact'] as Members | undefined;
  return contact === undefined || 'at' in contact || !('at' in event)
    ? event
    : { ...event, contact: { ...contact, at: event['at'] } };
};

const withEventId = (event: Members): Members =>
  'eventId' in event ? event : { eventId: derivedEventId(event), ...event };

/** An event of JSON Lines may leave its id out, as a line of a table may. */
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
  /** Undefined for an empty line. */
  read(row: Row): FileLine | undefined;
}

/**
 * `exact`: the form writes every cell, so that a line of another length is a broken one.
 * @throws Problem when the header does not do
 */
export const tableReader = (header: readonly Cell[], exact: boolean): TableReader => {
  const columns = columnsOf(header);
  return {
    columns,
    read(row) {
      if (isEmptyRow(row.cells)) return undefined;
      return exact && row.cells.length !== header.length
        ? { line: row.line, problem: new Problem(importProblems.line_cells_differ) }
        : readRow(row, columns);
    },
  };
};
