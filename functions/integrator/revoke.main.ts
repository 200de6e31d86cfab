import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { openTable } from '../../shared/store/clients.ts';
import { revokeIntegrator } from './revoke.ts';

const config = configOf('integrator-revoke');
const integrators = integratorStore(openTable(config));
export const handler = httpEdge(
  revokeIntegrator({ integrators, claimPrefix: config.CLAIM_PREFIX }),
);
