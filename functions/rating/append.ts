import { FollowUpSubmission } from '../../events/rating/rating.ts';
import type { FollowUpReceipt } from '../../events/rating/receipt-view.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { receiptOf } from '../../shared/http/receipt.ts';
import { ratingOfReceipt } from './rating-of-receipt.ts';
import { receiveFollowUp } from './receive-follow-up.ts';
import type { RatingDeps } from './receive-rating.ts';

/**
 * `POST /v1/receipts/{receipt}/append`: stores the one follow-up rating after the answer. Opening a
 * link never creates a rating.
 */
export const appendRating =
  (deps: RatingDeps): HttpHandler =>
  async (request) => {
    const asked = readBody(request, FollowUpSubmission);
    const first = await ratingOfReceipt(pathParameter(request, 'receipt'), deps);
    const draft = { ...asked, contactConsent: first.contactConsent };
    const { rating, repeated, reopened } = await receiveFollowUp({ first, draft }, deps);
    const body: FollowUpReceipt = {
      receipt: await receiptOf(deps.keys, rating),
      repeated,
      level: rating.level,
      receivedAt: withOffset(rating.receivedAt),
      reopened,
    };
    return { status: repeated ? 200 : 201, body };
  };
