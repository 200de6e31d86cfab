import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openRecountDoor } from './open-recount-door.ts';
import { recountFigures } from './recount.ts';

export const handler = httpEdge(recountFigures(openRecountDoor(configOf('aggregate-recount'))));
