import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { importCases } from './import.ts';
import { openCaseDoor } from './open-door.ts';
import { serveTemplate } from './template.ts';

const take = importCases(openCaseDoor(configOf('case-import')));
const template = serveTemplate();
export const handler = httpEdge((request) =>
  request.routeKey.startsWith('GET ') ? template(request) : take(request),
);
