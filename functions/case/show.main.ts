import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openCaseDoor } from './open-door.ts';
import { showCase } from './show.ts';

export const handler = httpEdge(showCase(openCaseDoor(configOf('case-show'))));
