import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { openTable } from '../../shared/store/clients.ts';
import { listIntegrators } from './list.ts';

const config = configOf('integrator-list');
const integrators = integratorStore(openTable(config));
export const handler = httpEdge(listIntegrators({ integrators, claimPrefix: config.CLAIM_PREFIX }));
