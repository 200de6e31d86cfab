import { figureProblems } from './problem-figure.table.ts';
import { importProblems } from './problem-import.table.ts';
import { oversightProblems } from './problem-oversight.table.ts';
import { reportProblems } from './problem-report.table.ts';
import type { ProblemText } from './problem-text.ts';
import { problems } from './problem.table.ts';

/** Every problem there is, for the documentation and the tests; no handler needs them all. */
export const allProblems: Readonly<Record<string, ProblemText>> = {
  ...problems,
  ...figureProblems,
  ...reportProblems,
  ...importProblems,
  ...oversightProblems,
};
