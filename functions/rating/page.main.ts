import { randomUUID } from 'node:crypto';

import assets from '#assets';

import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createShownDeps } from './deps.ts';
import { env } from './env.ts';
import { residentProblemPages } from './page/problem-page.ts';
import { showRatePage } from './page/rate-page.ts';
import { showReceiptPage } from './page/receipt-page.ts';
import { RETENTION_YEARS } from './page/retention.ts';
import { sendFollowUp } from './page/send-follow-up.ts';
import { sendRating } from './page/send-rating.ts';

const config = env('page');
const ground = { assets, embedders: config.EMBEDDERS };
const deps = {
  ...createShownDeps(config),
  ground,
  privacy: { unit: config.OPERATOR_NAME, phone: config.OPERATOR_PHONE, years: RETENTION_YEARS },
  newRef: () => randomUUID(),
};
export const handler = httpRoutes<'rating/page'>(
  {
    'GET /r/{token}': showRatePage(deps),
    'POST /r/{token}': sendRating(deps),
    'GET /receipt/{receipt}': showReceiptPage(deps),
    'POST /receipt/{receipt}/append': sendFollowUp(deps),
  },
  residentProblemPages({ ground, phone: config.OPERATOR_PHONE }),
);
