import type { HttpHandler } from '../../../shared/http/edge.ts';
import type { RouteOf } from '../../../shared/http/http-routes.ts';
import { showAboutPage } from './about-page.ts';
import { sendClaim, showClaimPage } from './claim-page.ts';
import { sendContest, showContestPage } from './contest-page.ts';
import type { ResidentPageDeps } from './deps.ts';
import { findReceipt, showFindPage } from './find-page.ts';
import { chooseMessages, showMessages } from './messages-page.ts';
import { showRatePage } from './rate-page.ts';
import { showReceiptPage } from './receipt-page.ts';
import { sendFollowUp } from './send-follow-up.ts';
import { sendRating } from './send-rating.ts';

/** The pages of residents. */
export const residentPages = (
  deps: ResidentPageDeps,
): Readonly<Record<RouteOf<'rating/page'>, HttpHandler>> => ({
  'GET /r/{token}': showRatePage(deps),
  'POST /r/{token}': sendRating(deps),
  'POST /r/{token}/contest': sendContest(deps),
  'GET /r/{token}/contest/{reference}': showContestPage(deps),
  'GET /r/{token}/messages': showMessages(deps),
  'POST /r/{token}/messages': chooseMessages(deps),
  'GET /receipt': showFindPage(deps),
  'POST /receipt': findReceipt(deps),
  'GET /receipt/{receipt}': showReceiptPage(deps),
  'POST /receipt/{receipt}/append': sendFollowUp(deps),
  'GET /receipt/{receipt}/messages': showMessages(deps),
  'POST /receipt/{receipt}/messages': chooseMessages(deps),
  'GET /claim/{code}': showClaimPage(deps),
  'POST /claim/{code}': sendClaim(deps),
  'GET /about/privacy': showAboutPage('/about/privacy', deps),
  'GET /about/accessibility': showAboutPage('/about/accessibility', deps),
});
