import { httpRoutes } from '../../shared/http/http-routes.ts';
import { env } from './env.ts';
import { createPageDeps } from './page/deps.ts';
import { residentProblemPages } from './page/problem-page.ts';
import { showRatePage } from './page/rate-page.ts';
import { showReceiptPage } from './page/receipt-page.ts';
import { sendFollowUp } from './page/send-follow-up.ts';
import { sendRating } from './page/send-rating.ts';

const deps = createPageDeps(env('page'));
export const handler = httpRoutes<'rating/page'>(
  {
    'GET /r/{token}': showRatePage(deps),
    'POST /r/{token}': sendRating(deps),
    'GET /receipt/{receipt}': showReceiptPage(deps),
    'POST /receipt/{receipt}/append': sendFollowUp(deps),
  },
  residentProblemPages(deps),
);
