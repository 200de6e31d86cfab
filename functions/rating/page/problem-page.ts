import type { ShowProblem } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { residentProblemPage } from '../../../shared/page/resident/problem.ts';
import type { ResidentPageDeps } from './deps.ts';

/** The last part of the path: a token or a receipt. */
const linkIn = (parameters: Readonly<Record<string, string | undefined>> | undefined): string =>
  parameters?.['token'] ?? parameters?.['receipt'] ?? '';

/**
 * Shows every problem of the resident's pages in words for a resident, with what to do now; nothing
 * for other routes.
 */
export const residentProblemPages =
  ({ ground, privacy: { phone } }: Pick<ResidentPageDeps, 'ground' | 'privacy'>): ShowProblem =>
  (problem, request) => {
    const isRating = request.routeKey.includes('/r/');
    if (!isRating && !request.routeKey.includes('/receipt/')) return undefined;
    const mode = pageMode(request);
    const link = linkIn(request.pathParameters);
    const path = isRating ? `/r/${link}` : `/receipt/${link}`;
    const page = residentProblemPage({ path, link, code: problem.code, phone }, mode.language);
    return { ...renderedAnswer(page, mode, ground), status: problem.text.status };
  };
