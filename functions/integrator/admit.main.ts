import { newId, now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { makeKeys, openTable } from '../../shared/store/clients.ts';
import { admitIntegrator } from './admit.ts';

const config = configOf('integrator-admit');
const table = openTable(config);
const [integrators, keys] = [integratorStore(table), makeKeys(table, config)];
const claimPrefix = config.CLAIM_PREFIX;
export const handler = httpEdge(admitIntegrator({ now, newId, integrators, keys, claimPrefix }));
