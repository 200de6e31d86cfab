import { httpRoutes } from '../../shared/http/http-routes.ts';
import { env } from './env.ts';
import { createPageDeps } from './page/deps.ts';
import { residentProblemPages } from './page/problem-page.ts';
import { residentPages } from './page/routes.ts';

const deps = createPageDeps(env('page'));
export const handler = httpRoutes<'rating/page'>(residentPages(deps), residentProblemPages(deps));
