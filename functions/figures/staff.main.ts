import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createFiguresDeps } from './deps.ts';
import { env } from './env.ts';
import { recountFigures } from './recount.ts';
import { showFigures } from './show.ts';

const deps = createFiguresDeps(env('staff'));
export const handler = httpRoutes<'figures/staff'>({
  'GET /v1/figures': showFigures(deps),
  'GET /v1/figures/recount': recountFigures(deps),
});
