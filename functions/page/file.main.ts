import assets from '#assets';

import { httpRoutes } from '../../shared/http/http-routes.ts';
import { problemPages } from '../../shared/http/page/problem-page.ts';
import { serveApp } from './app.ts';
import { showConfig } from './config.ts';
import { createPageDeps } from './deps.ts';
import { env } from './env.ts';
import { serveFile } from './file.ts';
import { leadIn, refuseUnknown } from './unknown.ts';

const deps = createPageDeps(env('file'));
export const handler = httpRoutes<'page/file'>(
  {
    'GET /config.json': showConfig(deps),
    'GET /assets/{name}': serveFile(deps),
    'GET /pad': serveApp(deps),
    'GET /pad/{file+}': serveApp(deps),
    'GET /': leadIn,
    'GET /{path+}': refuseUnknown,
  },
  problemPages({ assets }),
);
