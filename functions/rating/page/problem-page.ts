import type { HttpRequest, ShowProblem } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { problemPages } from '../../../shared/http/page/problem-page.ts';
import { residentProblemPage } from '../../../shared/page/resident/problem.ts';
import type { ResidentPageDeps } from './deps.ts';

/** The pages that are opened with a credential, and the parameter that holds it. */
const opened = { r: 'token', receipt: 'receipt', claim: 'code' } as const;
type Opened = keyof typeof opened;

const openedBy = ({ routeKey }: HttpRequest): Opened | undefined =>
  (Object.keys(opened) as Opened[]).find((name) => routeKey.includes(` /${name}/`));

/**
 * Shows every problem of a page with a link, a receipt or a claim code in words for a resident, with what to do
 * now; those of the other pages as everywhere.
 */
export const residentProblemPages = ({
  ground,
  privacy: { phone },
}: Pick<ResidentPageDeps, 'ground' | 'privacy'>): ShowProblem => {
  const ofOthers = problemPages(ground);
  return (problem, request) => {
    const name = openedBy(request);
    if (name === undefined) return ofOthers(problem, request);
    const mode = pageMode(request);
    const link = request.pathParameters?.[opened[name]] ?? '';
    const path = `/${name}/${link}`;
    const { code } = problem;
    const page = residentProblemPage({ path, link, code, phone }, mode.language);
    return { ...renderedAnswer(page, mode, ground), status: problem.text.status };
  };
};
