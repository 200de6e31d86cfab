import { httpRoutes } from '../../shared/http/http-routes.ts';
import { appendRating } from './append.ts';
import { createClaimDeps, createShownDeps } from './deps.ts';
import { env } from './env.ts';
import { followReceipt } from './follow.ts';
import { presentInvitation } from './present.ts';
import { claimReceipt } from './receipt/claim.ts';

const config = env('public');
const deps = createShownDeps(config);
export const handler = httpRoutes<'rating/public'>({
  'GET /v1/invitations/{token}': presentInvitation(deps),
  'POST /v1/receipts/claim': claimReceipt(createClaimDeps(config)),
  'GET /v1/receipts/{receipt}': followReceipt(deps),
  'POST /v1/receipts/{receipt}/append': appendRating(deps),
});
