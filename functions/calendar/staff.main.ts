import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createCalendarDeps } from './deps.ts';
import { env } from './env.ts';
import { loadYear } from './load.ts';
import { showYear } from './show.ts';

const deps = createCalendarDeps(env('staff'));
export const handler = httpRoutes<'calendar/staff'>({
  'GET /v1/calendar/{year}': showYear(deps),
  'PUT /v1/calendar/{year}': loadYear(deps),
});
