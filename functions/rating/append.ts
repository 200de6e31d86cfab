import { FollowUpSubmission } from '../../events/rating/rating.ts';
import type { FollowUpReceipt } from '../../events/rating/receipt-view.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import type { Answer, HttpHandler, HttpRequest } from '../../shared/http/edge.ts';
import { receiptOf } from '../../shared/http/receipt.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { traceOf } from './proof/trace.ts';
import { ratingOfReceipt } from './receipt/rating-of-receipt.ts';
import { receiveFollowUp } from './receive-follow-up.ts';
import type { Followed } from './receive-follow-up.ts';
import type { RatingDeps } from './receive-rating.ts';
import { keepingAttempts } from './repeat/keep-attempt.ts';
import type { AttemptDeps } from './repeat/keep-attempt.ts';

const toAnswer = async (followed: Followed, keys: KeyRing): Promise<Answer> => {
  const { rating, repeated, differs, reopened } = followed;
  const body: FollowUpReceipt = {
    receipt: await receiptOf(keys, rating),
    repeated,
    ...(differs && { differs: true }),
    level: rating.level,
    receivedAt: withOffset(rating.receivedAt),
    reopened,
  };
  return { status: repeated ? 200 : 201, body };
};

interface SentFollowUp {
  readonly receipt: string;
  readonly submission: FollowUpSubmission;
  readonly request: HttpRequest;
}

/**
 * Stores the one follow-up of a receipt, through the interface or from a page. What comes after it is
 * kept as an attempt.
 */
export const appendToReceipt = async (
  { receipt, submission, request }: SentFollowUp,
  deps: RatingDeps & AttemptDeps,
): Promise<Followed> => {
  const { clientRef, ...asked } = submission;
  const first = await ratingOfReceipt(receipt, deps);
  const { projectNo, serviceNumber, contactConsent } = first;
  const draft = { ...asked, contactConsent };
  const sent = { credential: await receiptOf(deps.keys, first), clientRef };
  const trace = await traceOf(request, { projectNo, serviceNumber, assessNumber: 2 }, deps);
  const tried = {
    projectNo,
    serviceNumber,
    assessNumber: 2,
    issuer: 'receipt',
    ...sent,
    draft,
  } as const;
  return keepingAttempts(
    { tried, refusal: 'append_used' },
    () => receiveFollowUp({ first, draft, sender: { by: 'receipt', ...sent }, trace }, deps),
    deps,
  );
};

/**
 * `POST /v1/receipts/{receipt}/append`: stores the one follow-up rating after the answer. Opening a
 * link never creates a rating.
 */
export const appendRating =
  (deps: RatingDeps & AttemptDeps): HttpHandler =>
  async (request) => {
    const submission = readBody(request, FollowUpSubmission);
    const receipt = pathParameter(request, 'receipt');
    return toAnswer(await appendToReceipt({ receipt, submission, request }, deps), deps.keys);
  };
