import { httpRoutes } from '../../shared/http/http-routes.ts';
import { appendRating } from './append.ts';
import { createShownDeps } from './deps.ts';
import { env } from './env.ts';
import { followReceipt } from './follow.ts';
import { presentInvitation } from './present.ts';

const deps = createShownDeps(env('public'));
export const handler = httpRoutes<'rating/public'>({
  'GET /v1/invitations/{token}': presentInvitation(deps),
  'GET /v1/receipts/{receipt}': followReceipt(deps),
  'POST /v1/receipts/{receipt}/append': appendRating(deps),
});
