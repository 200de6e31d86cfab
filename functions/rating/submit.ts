import { RatingSubmission } from '../../events/rating/rating.ts';
import { recordOfLink } from '../../shared/domain/rating/proof/link.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler, HttpRequest } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readToken } from '../../shared/http/token.ts';
import type { Invited } from '../../shared/http/token.ts';
import { traceOf } from './proof/trace.ts';
import { receiptAnswer } from './receipt-answer.ts';
import { ratedContact, receiveRating } from './receive-rating.ts';
import type { RatingDeps, Received } from './receive-rating.ts';
import { keepingAttempts } from './repeat/keep-attempt.ts';
import type { AttemptDeps } from './repeat/keep-attempt.ts';

/** A page that knows its case may state it; a token for another contact is then refused. */
export const refuseOther = (
  invited: Invited,
  submission: Pick<RatingSubmission, 'projectNo' | 'serviceNumber'>,
): void => {
  const { projectNo, serviceNumber } = submission;
  const other =
    (projectNo !== undefined && projectNo !== invited.projectNo) ||
    (serviceNumber !== undefined && serviceNumber !== invited.serviceNumber);
  if (other) throw new Problem('token_of_other_contact');
  if (invited.channel === 'pad') throw new Problem('token_of_other_channel');
};

/** A rating over a link, with the request that brought it. */
interface Sent {
  readonly submission: RatingSubmission;
  readonly request: HttpRequest;
}

/**
 * Stores what came over a link, through the interface or from a page. What comes otherwise about a
 * rated contact is kept as an attempt.
 */
export const rateByLink = async (
  { submission, request }: Sent,
  deps: RatingDeps & AttemptDeps,
): Promise<Received> => {
  const invited = await readToken(deps.keys, submission.token, deps.now());
  refuseOther(invited, submission);
  const sent = { credential: submission.token, clientRef: submission.clientRef };
  const { projectNo, serviceNumber, issuer } = invited;
  const tried = {
    projectNo,
    serviceNumber,
    assessNumber: 1,
    issuer: String(issuer),
    ...sent,
    draft: submission,
  } as const;
  const rating = {
    rated: await ratedContact(deps.cases, invited),
    draft: submission,
    sender: { by: 'link', ...sent },
    origin: {
      ...recordOfLink(invited),
      trace: await traceOf(request, { projectNo, serviceNumber, assessNumber: 1 }, deps),
      proof: 'token',
    },
  } as const;
  return keepingAttempts(
    { tried, refusal: 'already_rated' },
    () => receiveRating(rating, deps),
    deps,
  );
};

/**
 * `POST /v1/ratings`: a resident rates one contact of their case with its token. The receipt is
 * answered to the rater: known again by the token and the random reference of the page, never
 * by what is sent.
 */
export const submitRating =
  (deps: RatingDeps & AttemptDeps): HttpHandler =>
  async (request) => {
    const submission = readBody(request, RatingSubmission);
    return receiptAnswer(await rateByLink({ submission, request }, deps), deps.keys);
  };
