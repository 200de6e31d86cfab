import { RatingSubmission } from '../../../events/rating/rating.ts';
import { parseInput, pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler } from '../../../shared/http/edge.ts';
import { receiptOf } from '../../../shared/http/receipt.ts';
import { rateByLink } from '../submit.ts';
import { orFault, seeOther } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { readForm } from './form.ts';
import { showRateForm } from './rate-page.ts';

/** `POST /r/{token}`: the form of the rating page, sent without a script. */
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
    return orFault(draft, send, (fault) =>
      showRateForm(request, deps, { clientRef, draft, fault }),
    );
  };
