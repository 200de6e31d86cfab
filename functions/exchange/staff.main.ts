import { httpRoutes } from '../../shared/http/http-routes.ts';
import { manageCenterAccess } from './access.ts';
import { createExchangeDeps } from './deps.ts';
import { env } from './env.ts';
import { showOutbox } from './outbox.ts';
import { correctReport } from './resend.ts';

const deps = createExchangeDeps(env('staff'));
const [outbox, resend, access] = [showOutbox(deps), correctReport(deps), manageCenterAccess(deps)];
export const handler = httpRoutes<'exchange/staff'>({
  'GET /v1/reports/outbox': outbox,
  'GET /v1/reports/outbox/{projectNo}': outbox,
  'POST /v1/reports/outbox/{projectNo}/resend': resend,
  'POST /v1/reports/outbox/{projectNo}/withdraw': resend,
  'GET /v1/center': access,
  'PUT /v1/center': access,
});
