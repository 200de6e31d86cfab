import { CaseEventFacts } from '../../../../events/case/event.ts';
import type { ImportedLine } from '../../../../events/case/import.ts';
import { columnNameAt } from '../../../../functions/case/import/header.ts';
import type { NamedColumn } from '../../../../functions/case/import/header.ts';
import { parseInput } from '../../../../shared/http/body.ts';
import { Problem, problemBody } from '../../../../shared/http/problem/problem.ts';
import type { ReadLine } from './open-file.ts';

type Errors = NonNullable<NonNullable<ImportedLine['problem']>['errors']>;

/**
 * Adds the column names back to the errors of the service: an event is sent without its columns.
 */
export const withColumns = (errors: Errors, columns: readonly NamedColumn[]): Errors =>
  errors.map((error) => {
    const column = columnNameAt(columns, error.path);
    return column === undefined ? error : { column, ...error };
  });

const toRefusedLine = ({ columns, line }: ReadLine, problem: Problem): ImportedLine => {
  const { code, detail, errors } = problemBody(problem, 'zh');
  return {
    line: line.line,
    outcome: 'refused',
    problem: {
      code,
      detail,
      ...(errors === undefined ? {} : { errors: withColumns([...errors], columns) }),
    },
  };
};

/**
 * Returns the result of a line that is not sent, because the service would refuse it for the same
 * reason. Returns undefined for a line that must be sent.
 */
export const refusedHere = (read: ReadLine): ImportedLine | undefined =>
  'problem' in read.line ? toRefusedLine(read, read.line.problem) : undefined;

/**
 * Returns the result of a line when nothing is sent. It includes the errors for which the service
 * would refuse the line on its own.
 */
export const refusedUnsent = (read: ReadLine): ImportedLine | undefined => {
  if ('problem' in read.line) return toRefusedLine(read, read.line.problem);
  try {
    parseInput(CaseEventFacts, read.line.event);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    return toRefusedLine(read, fault);
  }
};
