import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openReconcileDoor } from './open-gateway-door.ts';
import { reconcile } from './reconcile.ts';

const config = configOf('report-reconcile');
const claimPrefix = config.CLAIM_PREFIX;
export const handler = httpEdge(reconcile({ ...openReconcileDoor(config), claimPrefix }));
