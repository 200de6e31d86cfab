import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createEvidenceDeps } from './deps.ts';
import { env } from './env.ts';
import { offerEvidence } from './offer.ts';
import { showEvidence } from './show.ts';

const config = env('staff');
const deps = createEvidenceDeps(config);
export const handler = staffRoutes<'evidence/staff'>(createStaffGate(config), {
  'POST /v1/evidence': offerEvidence(deps),
  'GET /v1/evidence/{id}': showEvidence(deps),
});
