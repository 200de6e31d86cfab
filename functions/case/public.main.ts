import { httpRoutes } from '../../shared/http/http-routes.ts';
import { serveTemplate } from './template.ts';

const template = serveTemplate();
export const handler = httpRoutes<'case/public'>({
  'GET /v1/cases/import/template.csv': template,
  'GET /v1/cases/import/template.xlsx': template,
});
