import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openPadAdminDoor } from './open-door.ts';
import { registerPad } from './register.ts';

export const handler = httpEdge(registerPad(openPadAdminDoor(configOf('pad-register'))));
