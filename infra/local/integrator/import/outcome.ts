import type { ImportedLine } from '../../../../events/case-import.ts';
import type { NamedColumn } from '../../../../functions/case/file/header.ts';
import { problemBody } from '../../../../shared/http/problem.ts';
import type { Problem } from '../../../../shared/http/problem.ts';
import type { ReadLine } from './open-file.ts';

type Errors = NonNullable<NonNullable<ImportedLine['problem']>['errors']>;

/** An event goes out without its columns; what comes back is told by them again. */
export const withColumns = (errors: Errors, columns: readonly NamedColumn[]): Errors =>
  errors.map((error) => {
    const column = columns.find(({ path }) => path === error.path)?.called;
    return column === undefined ? error : { column, ...error };
  });

/** A line that need not be sent: the service would refuse it for the same reason. */
export const refusedHere = ({ columns, line }: ReadLine): ImportedLine | undefined => {
  if (!('problem' in line)) return undefined;
  const { code, detail, errors } = problemBody(line.problem, 'zh');
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

/** What is wrong with the file, in words for the person at the command line. */
export const wordsOf = (problem: Problem): string => {
  const { code, title, detail } = problemBody(problem, 'zh');
  return `${title}：${detail} [${code}]`;
};
