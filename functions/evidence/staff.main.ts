import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createEvidenceDeps } from './deps.ts';
import { env } from './env.ts';
import { offerEvidence } from './offer.ts';
import { showEvidence } from './show.ts';

const deps = createEvidenceDeps(env('staff'));
export const handler = httpRoutes<'evidence/staff'>({
  'POST /v1/evidence': offerEvidence(deps),
  'GET /v1/evidence/{id}': showEvidence(deps),
});
