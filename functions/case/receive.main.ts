import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openCaseDoor } from './open-door.ts';
import { receiveCases } from './receive.ts';

export const handler = httpEdge(receiveCases(openCaseDoor(configOf('case-receive'))));
