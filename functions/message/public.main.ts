import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createPublicDeps } from './deps.ts';
import { env } from './env.ts';
import { optOut } from './opt-out.ts';
import { resendReceipt } from './resend.ts';

const deps = createPublicDeps(env('public'));
export const handler = httpRoutes<'message/public'>({
  'POST /v1/messages/opt-out': optOut(deps),
  'POST /v1/receipts/resend': resendReceipt(deps),
});
