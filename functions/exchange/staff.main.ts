import { httpRoutes } from '../../shared/http/http-routes.ts';
import { centerAccess } from './access.ts';
import { createExchangeDeps } from './deps.ts';
import { env } from './env.ts';
import { reportOutbox } from './outbox.ts';
import { resendReport } from './resend.ts';

const deps = createExchangeDeps(env('staff'));
const [outbox, resend, access] = [reportOutbox(deps), resendReport(deps), centerAccess(deps)];
export const handler = httpRoutes<'exchange/staff'>({
  'GET /v1/reports/outbox': outbox,
  'GET /v1/reports/outbox/{projectNo}': outbox,
  'POST /v1/reports/outbox/{projectNo}/resend': resend,
  'POST /v1/reports/outbox/{projectNo}/withdraw': resend,
  'GET /v1/center': access,
  'PUT /v1/center': access,
});
