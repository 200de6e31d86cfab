import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createBulletinDeps } from './deps.ts';
import { env } from './env.ts';
import { showBulletin } from './show.ts';

export const handler = httpRoutes<'bulletin/staff'>({
  'GET /v1/bulletins/{period}/{format}': showBulletin(createBulletinDeps(env('staff'))),
});
