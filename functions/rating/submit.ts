import { RatingSubmission } from '../../events/rating/rating.ts';
import { recordOfLink } from '../../shared/domain/rating/proof/link.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readToken } from '../../shared/http/token.ts';
import type { Invited } from '../../shared/http/token.ts';
import { traceOf } from './proof/trace.ts';
import { receiptAnswer } from './receipt-answer.ts';
import { ratedContact, receiveRating } from './receive-rating.ts';
import type { RatingDeps } from './receive-rating.ts';

/** A page that knows its case may state it; a token for another contact is then refused. */
const refuseOther = (invited: Invited, submission: RatingSubmission): void => {
  const { projectNo, serviceNumber } = submission;
  const other =
    (projectNo !== undefined && projectNo !== invited.projectNo) ||
    (serviceNumber !== undefined && serviceNumber !== invited.serviceNumber);
  if (other) throw new Problem('token_of_other_contact');
  if (invited.channel === 'pad') throw new Problem('token_of_other_channel');
};

/** `POST /v1/ratings`: a resident rates one contact of their case with its token. */
export const submitRating =
  (deps: RatingDeps): HttpHandler =>
  async (request) => {
    const submission = readBody(request, RatingSubmission);
    const invited = await readToken(deps.keys, submission.token, deps.now());
    refuseOther(invited, submission);
    const received = await receiveRating(
      {
        rated: await ratedContact(deps.cases, invited),
        draft: submission,
        origin: {
          ...recordOfLink(invited),
          trace: await traceOf(request, invited, deps),
          proof: 'token',
          clientRef: submission.clientRef,
        },
      },
      deps,
    );
    return receiptAnswer(received);
  };
