import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createReceiptsDeps } from './deps.ts';
import { env } from './env.ts';
import { receiveReceipts } from './receive-receipts.ts';

export const handler = httpRoutes<'message/integrator'>({
  'POST /v1/messages/receipts': receiveReceipts(createReceiptsDeps(env('integrator'))),
});
