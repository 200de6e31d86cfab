import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openPadAdminDoor } from './open-door.ts';
import { revokePad } from './revoke.ts';

export const handler = httpEdge(revokePad(openPadAdminDoor(configOf('pad-revoke'))));
