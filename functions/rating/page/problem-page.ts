import type { ShowProblem } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { problemPages } from '../../../shared/http/page/problem-page.ts';
import { addressIn } from '../../../shared/page/mode.ts';
import { residentProblemPage } from '../../../shared/page/resident/problem.ts';
import type { ResidentPageDeps } from './deps.ts';

/** The last part of the path: a token or a receipt. */
const linkIn = (parameters: Readonly<Record<string, string | undefined>> | undefined): string =>
  parameters?.['token'] ?? parameters?.['receipt'] ?? '';

/**
 * Shows every problem of a page with a link or a receipt in words for a resident, with what to do
 * now; those of the other pages as everywhere.
 */
export const residentProblemPages = ({
  ground,
  privacy: { phone },
}: Pick<ResidentPageDeps, 'ground' | 'privacy'>): ShowProblem => {
  const ofOthers = problemPages(ground);
  return (problem, request) => {
    const isRating = request.routeKey.includes('/r/');
    if (!isRating && !request.routeKey.includes('/receipt/')) return ofOthers(problem, request);
    const mode = pageMode(request);
    const link = linkIn(request.pathParameters);
    const path = isRating ? `/r/${link}` : `/receipt/${link}`;
    const { code } = problem;
    const explained = `${addressIn(mode, '/docs/problems')}#${code}`;
    const page = residentProblemPage({ path, link, code, phone, explained }, mode.language);
    return { ...renderedAnswer(page, mode, ground), status: problem.text.status };
  };
};
