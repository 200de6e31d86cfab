import { httpRoutes } from '../../shared/http/http-routes.ts';
import { serveDocs } from './docs.ts';

const docs = serveDocs();
export const handler = httpRoutes<'docs/public'>({
  'GET /openapi.json': docs,
  'GET /docs': docs,
  'GET /docs/problems': docs,
});
