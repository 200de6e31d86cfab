import type { Answer, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode } from '../../../shared/http/page/answer.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { html } from '../../../shared/page/html.ts';
import { addressIn } from '../../../shared/page/mode.ts';
import type { RateDraft } from '../../../shared/page/resident/form-facts.ts';
import type { FieldFault } from '../../../shared/page/resident/rate-words.table.ts';
import { faultIn } from './form.ts';

const unprocessable = 422;

/** A form that is shown again has a status of its own; an answer that leads elsewhere keeps its. */
export const shownWith = (status: number, answer: Answer): Answer =>
  answer.status === 200 ? { ...answer, status } : answer;

/** The reader sees another page after sending, so that reloading it sends nothing. */
export const seeOther = (
  request: HttpRequest,
  path: string,
  query?: Readonly<Record<string, string>>,
): Answer => {
  const location = addressIn(pageMode(request), path, query);
  return {
    status: 303,
    body: html`<a href="${location}">${location}</a>`.markup,
    headers: { location, 'content-type': 'text/html; charset=utf-8' },
  };
};

/** Does the work of a form; of one problem, it answers something else. */
export const answering = async (
  code: string,
  send: () => Promise<Answer>,
  instead: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await send();
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== code) throw problem;
    return instead();
  }
};

/**
 * Sends what was entered, or shows the form again with what is missing; every other problem is a
 * page of its own.
 */
export const orFault = async (
  draft: RateDraft,
  send: () => Promise<Answer>,
  showForm: (fault: FieldFault) => Promise<Answer>,
): Promise<Answer> => {
  const showFault = async (fault: FieldFault): Promise<Answer> =>
    shownWith(unprocessable, await showForm(fault));
  const fault = faultIn(draft);
  if (fault !== undefined) return showFault(fault);
  return answering('reason_missing', send, () => showFault('reason_missing'));
};
