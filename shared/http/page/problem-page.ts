import { html } from '../../page/html.ts';
import type { Html } from '../../page/html.ts';
import { addressIn } from '../../page/mode.ts';
import type { PageMode } from '../../page/mode.ts';
import { pageWords } from '../../page/page-words.table.ts';
import type { HttpRequest, ShowProblem } from '../edge.ts';
import type { RouteOf } from '../http-routes.ts';
import type { Problem } from '../problem/problem.ts';
import { pageMode, renderedAnswer } from './answer.ts';
import type { PageGround } from './answer.ts';

/** The route of every address that no other has. */
const anyPath: RouteOf<'page/file'> = 'GET /{path+}';

const takesPages = ({ headers }: HttpRequest): boolean =>
  /\btext\/html\b/i.test(headers['accept'] ?? '');

/**
 * Programs read these, so their problems stay JSON. Of an address that leads nowhere, only the caller
 * says which of both it is.
 */
const isForPrograms = (request: HttpRequest): boolean =>
  request.rawPath.startsWith('/v1/') ||
  request.rawPath.endsWith('.json') ||
  (request.routeKey === anyPath && !takesPages(request));

/** The gateway decodes the path; two slashes at its start would lead to another host. */
const pathOf = ({ rawPath }: HttpRequest): string => encodeURI(`/${rawPath.replace(/^\/+/, '')}`);

const isOfDevelopers = ({ rawPath }: HttpRequest): boolean => /^\/docs(?:\/|$)/.test(rawPath);

/** Where the code is explained to those who connect systems. */
const explained = ({ code }: Problem, mode: PageMode): Html => {
  const place = `${addressIn(mode, '/docs/problems')}#${code}`;
  return html`<p class="soft">
    ${pageWords.code[mode.language]} <a href="${place}"><code>${code}</code></a>
  </p>`;
};

/** Shows a problem of a page's route as a page that says what to do. */
export const problemPages =
  (ground: PageGround): ShowProblem =>
  (problem: Problem, request) => {
    if (isForPrograms(request)) return undefined;
    const mode = pageMode(request);
    const [heading, advice] = problem.text[mode.language];
    const content = html`<p>${advice}</p>
      ${isOfDevelopers(request) ? explained(problem, mode) : undefined}`;
    const { code } = problem;
    const page = { path: pathOf(request), heading, content, problem: code, isPrivate: true };
    const answer = renderedAnswer({ ...page, sheet: 'resident.css' }, mode, ground);
    return { ...answer, status: problem.text.status };
  };
