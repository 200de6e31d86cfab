import { httpRoutes } from '../../shared/http/http-routes.ts';
import { appendRating } from './append.ts';
import { showContestState } from './contest/state.ts';
import { contestRating } from './contest/submit.ts';
import { createClaimDeps, createContestDeps, createShownDeps } from './deps.ts';
import { env } from './env.ts';
import { followReceipt } from './follow.ts';
import { presentInvitation } from './present.ts';
import { claimReceipt } from './receipt/claim.ts';

const config = env('public');
const deps = createShownDeps(config);
const contests = createContestDeps(config);
export const handler = httpRoutes<'rating/public'>({
  'GET /v1/invitations/{token}': presentInvitation({ ...deps, ...contests }),
  'POST /v1/ratings/contest': contestRating(contests),
  'GET /v1/ratings/contest/{reference}': showContestState(contests),
  'POST /v1/receipts/claim': claimReceipt(createClaimDeps(config)),
  'GET /v1/receipts/{receipt}': followReceipt({ ...deps, ...contests }),
  'POST /v1/receipts/{receipt}/append': appendRating(deps),
});
