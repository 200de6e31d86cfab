import { httpRoutes } from '../../shared/http/http-routes.ts';
import { correctCase } from './correct.ts';
import { createCaseDeps } from './deps.ts';
import { env } from './env.ts';
import { importCases } from './import.ts';
import { showCase } from './show.ts';

const deps = createCaseDeps(env('integrator'));
export const handler = httpRoutes<'case/integrator'>({
  'POST /v1/cases/import': importCases(deps),
  'POST /v1/cases/{projectNo}/correction': correctCase(deps),
  'GET /v1/cases/{projectNo}': showCase(deps),
});
