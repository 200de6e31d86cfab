import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createPadAdminDeps } from './deps.ts';
import { env } from './env.ts';
import { listPads } from './list.ts';
import { registerPad } from './register.ts';
import { revokePad } from './revoke.ts';

const deps = createPadAdminDeps(env('staff'));
export const handler = httpRoutes<'pad/staff'>({
  'POST /v1/pads': registerPad(deps),
  'GET /v1/pads': listPads(deps),
  'DELETE /v1/pads/{padId}': revokePad(deps),
});
