import { html } from '../../page/html.ts';
import { addressIn } from '../../page/mode.ts';
import { pageWords } from '../../page/page-words.table.ts';
import type { HttpRequest, ShowProblem } from '../edge.ts';
import type { Problem } from '../problem/problem.ts';
import { pageMode, renderedAnswer } from './answer.ts';
import type { PageGround } from './answer.ts';

/** Programs read these, so their problems stay JSON. */
const isForPrograms = ({ rawPath }: HttpRequest): boolean =>
  rawPath.startsWith('/v1/') || rawPath.endsWith('.json');

/** The gateway decodes the path; two slashes at its start would lead to another host. */
const pathOf = ({ rawPath }: HttpRequest): string => encodeURI(`/${rawPath.replace(/^\/+/, '')}`);

/** Shows a problem of a page's route as a page that says what to do. */
export const problemPages =
  (ground: PageGround): ShowProblem =>
  (problem: Problem, request) => {
    if (isForPrograms(request)) return undefined;
    const mode = pageMode(request);
    const [heading, advice] = problem.text[mode.language];
    const explained = `${addressIn(mode, '/docs/problems')}#${problem.code}`;
    const content = html`<p>${advice}</p>
      <p class="soft">
        ${pageWords.code[mode.language]} <a href="${explained}"><code>${problem.code}</code></a>
      </p>`;
    const page = { path: pathOf(request), heading, content, isPrivate: true };
    const answer = renderedAnswer({ ...page, sheet: 'resident.css' }, mode, ground);
    return { ...answer, status: problem.text.status };
  };
