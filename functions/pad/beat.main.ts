import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { takeHeartbeat } from './beat.ts';
import { openPadDoor } from './open-door.ts';

export const handler = httpEdge(takeHeartbeat(openPadDoor(configOf('pad-beat'))));
