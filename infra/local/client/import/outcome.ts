import { CaseEventFacts } from '../../../../events/case/event.ts';
import type { ImportedLine } from '../../../../events/case/import.ts';
import { calledAt } from '../../../../functions/case/import/header.ts';
import type { NamedColumn } from '../../../../functions/case/import/header.ts';
import { parseInput } from '../../../../shared/http/body.ts';
import { Problem, problemBody } from '../../../../shared/http/problem/problem.ts';
import type { ReadLine } from './open-file.ts';

type Errors = NonNullable<NonNullable<ImportedLine['problem']>['errors']>;

/** An event goes out without its columns; what comes back is told by them again. */
export const withColumns = (errors: Errors, columns: readonly NamedColumn[]): Errors =>
  errors.map((error) => {
    const column = calledAt(columns, error.path);
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

/** A line that need not be sent: the service would refuse it for the same reason. */
export const refusedHere = (read: ReadLine): ImportedLine | undefined =>
  'problem' in read.line ? toRefusedLine(read, read.line.problem) : undefined;

/** Where nothing is sent: also what the service would refuse by the line alone. */
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
