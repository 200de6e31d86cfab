import { RatingSubmission } from '../../../events/rating/rating.ts';
import { parseInput, pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler } from '../../../shared/http/edge.ts';
import { receiptOf } from '../../../shared/http/receipt.ts';
import { rateByLink } from '../submit.ts';
import { answering, orFault, seeOther, shownWith } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { readForm } from './form.ts';
import { showRateForm } from './rate-page.ts';

const conflict = 409;

/**
 * `POST /r/{token}`: the form of the rating page, sent without a script. Where somebody has rated
 * already, what was entered is offered as a contest, so that nobody has to enter it again.
 */
export const sendRating =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) => {
    const { clientRef, draft } = readForm(request);
    const send = async (): Promise<Answer> => {
      const token = pathParameter(request, 'token');
      const submission = parseInput(RatingSubmission, { token, clientRef, ...draft });
      const received = await rateByLink({ submission, request }, deps);
      return seeOther(request, `/receipt/${await receiptOf(deps.keys, received.rating)}`);
    };
    const showContest = async (): Promise<Answer> =>
      shownWith(conflict, await showRateForm(request, deps, { clientRef, draft }));
    return orFault(
      draft,
      () => answering('already_rated', send, showContest),
      (fault) => showRateForm(request, deps, { clientRef, draft, fault }),
    );
  };
