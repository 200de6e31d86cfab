import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { hookStore } from '../../shared/store/notice/webhook-store.ts';
import { removeWebhook } from './remove.ts';

const config = configOf('webhook-remove');
const hooks = hookStore(openTable(config));
export const handler = httpEdge(removeWebhook({ hooks, claimPrefix: config.CLAIM_PREFIX }));
