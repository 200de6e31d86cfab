import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createBulletinDeps } from './deps.ts';
import { env } from './env.ts';
import { showBulletin } from './show.ts';

const config = env('staff');
export const handler = staffRoutes<'bulletin/staff'>(createStaffGate(config), {
  'GET /v1/bulletins/{period}/{format}': showBulletin(createBulletinDeps(config)),
});
