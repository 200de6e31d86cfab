import { accessProblems } from './access.table.ts';
import { addressProblems } from './address.table.ts';
import { caseProblems } from './case.table.ts';
import { contestProblems } from './contest.table.ts';
import { reportProblems } from './exchange.table.ts';
import { figureProblems } from './figures.table.ts';
import { importProblems } from './import.table.ts';
import { oversightProblems } from './oversight.table.ts';
import { padProblems } from './pad.table.ts';
import { pageProblems } from './page.table.ts';
import { problems } from './problem.table.ts';
import type { ProblemText } from './text.ts';

/** Every problem of the product, for the documentation and the tests; no handler needs them all. */
export const allProblems: Readonly<Record<string, ProblemText>> = {
  ...problems,
  ...caseProblems,
  ...figureProblems,
  ...reportProblems,
  ...importProblems,
  ...oversightProblems,
  ...accessProblems,
  ...padProblems,
  ...contestProblems,
  ...pageProblems,
  ...addressProblems,
};
