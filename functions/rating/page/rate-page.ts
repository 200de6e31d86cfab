import { pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { messagesPath } from '../../../shared/page/message/messages.ts';
import { addressIn } from '../../../shared/page/mode.ts';
import { emptyDraft } from '../../../shared/page/resident/form-facts.ts';
import { rateViewOf } from '../../../shared/page/resident/invited-rate.ts';
import { ratePage } from '../../../shared/page/resident/rate.ts';
import { invitationView } from '../present.ts';
import { showRated } from './contest-page.ts';
import type { ResidentPageDeps } from './deps.ts';
import type { Entered } from './form.ts';
import { privacyFacts } from './privacy.ts';

/** What a message says behind the link, its full stop or bracket, is often taken for a part of it. */
const linkedToken = (request: HttpRequest): string =>
  pathParameter(request, 'token').replace(/[^\w-]+$/u, '');

/**
 * Renders the form of a link, empty or as it was entered; for a contact that is rated, that of a
 * contest.
 *
 * @throws Problem as `invitationView`
 */
export const showRateForm = async (
  request: HttpRequest,
  deps: ResidentPageDeps,
  entered?: Entered,
): Promise<Answer> => {
  const mode = pageMode(request);
  const { language } = mode;
  const token = linkedToken(request);
  const [view, privacy] = await Promise.all([
    invitationView(token, language, deps),
    privacyFacts(deps),
  ]);
  if (view.rated) return showRated(request, view, { deps, entered });
  const form = {
    token,
    action: addressIn(mode, `/r/${token}`),
    clientRef: deps.newRef(),
    draft: emptyDraft,
    ...entered,
    privacy,
    messages: addressIn(mode, messagesPath(`/r/${token}`)),
  };
  const page = ratePage(rateViewOf(view, form, language), mode);
  return renderedAnswer(page, mode, deps.ground);
};

/**
 * `GET /r/{token}`: the rating page. Opening it changes nothing, so that whatever follows links in
 * messages rates nothing.
 */
export const showRatePage =
  (deps: ResidentPageDeps): HttpHandler =>
  (request) =>
    showRateForm(request, deps);
