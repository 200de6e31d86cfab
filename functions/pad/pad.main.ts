import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createPadCallDeps } from './deps.ts';
import { enrolPad } from './enrol.ts';
import { env } from './env.ts';
import { recordHeartbeat } from './health/heartbeat.ts';
import { currentContact } from './screen/current.ts';
import { showOwnPad } from './screen/me.ts';

const deps = createPadCallDeps(env('pad'));
export const handler = httpRoutes<'pad/pad'>({
  'POST /v1/pads/enrol': enrolPad(deps),
  'GET /v1/pads/me': showOwnPad(deps),
  'GET /v1/pads/me/current': currentContact(deps),
  'POST /v1/pads/me/heartbeat': recordHeartbeat(deps),
});
