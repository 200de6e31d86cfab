import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { differenceStore } from '../../shared/store/reconciliation/difference-store.ts';
import { differences } from './difference.ts';

const config = configOf('report-difference');
const store = differenceStore(openTable(config));
const door = { now, differences: store, claimPrefix: config.CLAIM_PREFIX };
export const handler = httpEdge(differences(door));
