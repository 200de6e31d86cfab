import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { listPads } from './list.ts';
import { openPadAdminDoor } from './open-door.ts';

export const handler = httpEdge(listPads(openPadAdminDoor(configOf('pad-list'))));
