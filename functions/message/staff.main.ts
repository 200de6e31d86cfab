import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { listCalls } from './call-list.ts';
import { createCallListDeps } from './deps.ts';
import { env } from './env.ts';

const config = env('staff');
export const handler = staffRoutes<'message/staff'>(createStaffGate(config), {
  'GET /v1/messages/call-list': listCalls(createCallListDeps(config)),
});
