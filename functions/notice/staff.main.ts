import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createNoticeDeps } from './deps.ts';
import { env } from './env.ts';
import { readInbox } from './inbox.ts';
import { markRead } from './read.ts';
import { admitWebhook } from './webhook/admit.ts';
import { listWebhooks } from './webhook/list.ts';
import { redeliverNotices } from './webhook/redeliver.ts';
import { removeWebhook } from './webhook/remove.ts';

const config = env('staff');
const deps = createNoticeDeps(config);
export const handler = staffRoutes<'notice/staff'>(createStaffGate(config), {
  'GET /v1/inbox': readInbox(deps),
  'POST /v1/inbox/{id}/read': markRead(deps),
  'POST /v1/webhooks': admitWebhook(deps),
  'GET /v1/webhooks': listWebhooks(deps),
  'DELETE /v1/webhooks/{id}': removeWebhook(deps),
  'POST /v1/webhooks/{id}/redeliver': redeliverNotices(deps),
});
