import { pathParameter } from '../../../shared/http/body.ts';
import type { HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { messagesPage, messagesPath } from '../../../shared/page/message/messages.ts';
import type { MessagesView } from '../../../shared/page/message/messages.ts';
import { choiceNow, keepChoice } from '../../message/opt-out.ts';
import type { OptOutDeps } from '../../message/opt-out.ts';
import { seeOther } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { formFields } from './form.ts';

type MessagesDeps = Pick<ResidentPageDeps, 'ground'> & OptOutDeps;

const isOfReceipt = ({ routeKey }: HttpRequest): boolean => routeKey.includes('/receipt/');

const askedBy = (request: HttpRequest) =>
  isOfReceipt(request)
    ? { receipt: pathParameter(request, 'receipt') }
    : { token: pathParameter(request, 'token') };

const pageOf = (request: HttpRequest): string =>
  isOfReceipt(request)
    ? `/receipt/${pathParameter(request, 'receipt')}`
    : `/r/${pathParameter(request, 'token')}`;

const chosenIn = ({ queryStringParameters }: HttpRequest): MessagesView['chosen'] => {
  const chosen = queryStringParameters?.['chosen'];
  return chosen === 'allowed' || chosen === 'refused' ? chosen : undefined;
};

/** `GET /r/{token}/messages`, `GET /receipt/{receipt}/messages`: what is refused, and how to change it. */
export const showMessages =
  (deps: MessagesDeps): HttpHandler =>
  async (request) => {
    const scope = await choiceNow(askedBy(request), deps);
    const by = isOfReceipt(request) ? 'receipt' : 'invitation';
    const view = { of: pageOf(request), by, scope, chosen: chosenIn(request) } as const;
    const mode = pageMode(request);
    return renderedAnswer(messagesPage(view, mode), mode, deps.ground);
  };

/** Neither is taken for the other, nor anything else for one of both. @throws Problem */
const refuseIn = (request: HttpRequest): boolean => {
  const refuse = formFields(request).get('refuse');
  if (refuse === 'yes' || refuse === 'no') return refuse === 'yes';
  throw new Problem('invalid_input');
};

/** `POST` on the same address: keeps the choice, and shows the page again. */
export const chooseMessages =
  (deps: MessagesDeps): HttpHandler =>
  async (request) => {
    const refuse = refuseIn(request);
    await keepChoice({ ...askedBy(request), refuse }, deps);
    const chosen = refuse ? 'refused' : 'allowed';
    return seeOther(request, messagesPath(pageOf(request)), { chosen });
  };
