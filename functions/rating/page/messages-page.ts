import { pathParameter } from '../../../shared/http/body.ts';
import type { HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { messagesPage, messagesPath } from '../../../shared/page/message/messages.ts';
import type { MessagesView } from '../../../shared/page/message/messages.ts';
import { caseOf, keepChoice } from '../../message/opt-out.ts';
import type { OptOutDeps } from '../../message/opt-out.ts';
import { seeOther } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { formFields } from './form.ts';

type MessagesDeps = Pick<ResidentPageDeps, 'ground'> & OptOutDeps;

const isOfReceipt = ({ routeKey }: HttpRequest): boolean => routeKey.includes('/receipt/');

const askedBy = (request: HttpRequest, refuse: boolean) =>
  isOfReceipt(request)
    ? { receipt: pathParameter(request, 'receipt'), refuse }
    : { token: pathParameter(request, 'token'), refuse };

const pageOf = (request: HttpRequest): string =>
  isOfReceipt(request)
    ? `/receipt/${pathParameter(request, 'receipt')}`
    : `/r/${pathParameter(request, 'token')}`;

const chosenIn = ({ queryStringParameters }: HttpRequest): MessagesView['chosen'] => {
  const chosen = queryStringParameters?.['chosen'];
  return chosen === 'allowed' || chosen === 'refused' ? chosen : undefined;
};

/**
 * `GET /r/{token}/messages`, `GET /receipt/{receipt}/messages`: asks whether to stop messages. What
 * was chosen before is not shown: another holder of the link would learn it of the person.
 */
export const showMessages =
  (deps: MessagesDeps): HttpHandler =>
  async (request) => {
    await caseOf(askedBy(request, true), deps);
    const by = isOfReceipt(request) ? 'receipt' : 'invitation';
    const view = { of: pageOf(request), by, chosen: chosenIn(request) } as const;
    const mode = pageMode(request);
    return renderedAnswer(messagesPage(view, mode), mode, deps.ground);
  };

/** `POST` on the same address: keeps the choice, and shows the page again. */
export const chooseMessages =
  (deps: MessagesDeps): HttpHandler =>
  async (request) => {
    const refuse = formFields(request).get('refuse') !== 'no';
    await keepChoice(askedBy(request, refuse), deps);
    const chosen = refuse ? 'refused' : 'allowed';
    return seeOther(request, messagesPath(pageOf(request)), { chosen });
  };
