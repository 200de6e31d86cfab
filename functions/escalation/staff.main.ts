import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createTable } from '../../shared/store/clients.ts';
import { watchStore } from '../../shared/store/escalation/watch-store.ts';
import { env } from './env.ts';
import { showMissed } from './missed.ts';

const config = env('staff');
const results = watchStore(createTable(config));
export const handler = httpRoutes<'escalation/staff'>({
  'GET /v1/escalations/watch': showMissed({ results, claimPrefix: config.CLAIM_PREFIX }),
});
