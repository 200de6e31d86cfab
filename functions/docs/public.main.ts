import assets from '#assets';

import { httpRoutes } from '../../shared/http/http-routes.ts';
import { problemPages } from '../../shared/http/page/problem-page.ts';
import { serveDocs } from './docs.ts';

const docs = serveDocs({ assets });
export const handler = httpRoutes<'docs/public'>(
  { 'GET /openapi.json': docs, 'GET /docs': docs, 'GET /docs/problems': docs },
  problemPages({ assets }),
);
