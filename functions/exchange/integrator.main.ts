import { httpRoutes } from '../../shared/http/http-routes.ts';
import { receiveCallback } from './callback/callback.ts';
import { createCallbackDeps } from './callback/deps.ts';
import { env } from './env.ts';

export const handler = httpRoutes<'exchange/integrator'>({
  'POST /v1/center/{operation}': receiveCallback(createCallbackDeps(env('integrator'))),
});
