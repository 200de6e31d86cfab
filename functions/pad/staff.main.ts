import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createPadAdminDeps } from './deps.ts';
import { env } from './env.ts';
import { listPads } from './list.ts';
import { registerPad } from './register.ts';
import { reinstatePad } from './reinstate.ts';
import { revokePad } from './revoke.ts';

const config = env('staff');
const deps = createPadAdminDeps(config);
export const handler = staffRoutes<'pad/staff'>(createStaffGate(config), {
  'POST /v1/pads': registerPad(deps),
  'GET /v1/pads': listPads(deps),
  'DELETE /v1/pads/{padId}': revokePad(deps),
  'POST /v1/pads/{padId}/reinstate': reinstatePad(deps),
});
