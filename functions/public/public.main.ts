import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createPublicDeps } from './deps.ts';
import { env } from './env.ts';
import { showMethod } from './method.ts';
import { showScores } from './scores.ts';

const deps = createPublicDeps(env('public'));
const method = showMethod(deps);
export const handler = httpRoutes<'public/public'>({
  'GET /v1/open/scores': showScores(deps),
  'GET /v1/open/method': method,
  'GET /open/method': method,
});
