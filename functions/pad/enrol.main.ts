import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { enrolPad } from './enrol.ts';
import { openPadDoor } from './open-door.ts';

export const handler = httpEdge(enrolPad(openPadDoor(configOf('pad-enrol'))));
