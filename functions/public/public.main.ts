import assets from '#assets';

import { httpRoutes } from '../../shared/http/http-routes.ts';
import { problemPages } from '../../shared/http/page/problem-page.ts';
import { createPublicDeps } from './deps.ts';
import { env } from './env.ts';
import { showMethod } from './method.ts';
import { showScores } from './scores.ts';

const variables = env('public');
const ground = { assets, embedders: variables.EMBEDDERS };
const deps = createPublicDeps(variables);
const method = showMethod({ ...deps, ground });
export const handler = httpRoutes<'public/public'>(
  {
    'GET /v1/open/scores': showScores(deps),
    'GET /v1/open/method': method,
    'GET /open/method': method,
  },
  problemPages(ground),
);
