import { newId, now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';
import { hookStore } from '../../shared/store/notice/webhook-store.ts';
import { admitWebhook } from './admit.ts';

const config = configOf('webhook-admit');
const table = openTable(config);
const [hooks, keys] = [hookStore(table), openKeys(table, config)];
const [claimPrefix, allowLoopback] = [config.CLAIM_PREFIX, config.LOOPBACK_HOOKS === 'on'];
export const handler = httpEdge(
  admitWebhook({ now, newId, hooks, keys, claimPrefix, allowLoopback }),
);
