import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { receiveCallback } from './callback.ts';
import { openCallbackDoor } from './open-callback-door.ts';

export const handler = httpEdge(receiveCallback(openCallbackDoor(configOf('report-callback'))));
