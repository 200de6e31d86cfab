import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createTable } from '../../shared/store/clients.ts';
import { watchStore } from '../../shared/store/escalation/watch-store.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { env } from './env.ts';
import { showMissed } from './missed.ts';

const config = env('staff');
const results = watchStore(createTable(config));
export const handler = staffRoutes<'escalation/staff'>(createStaffGate(config), {
  'GET /v1/escalations/watch': showMissed({ results }),
});
