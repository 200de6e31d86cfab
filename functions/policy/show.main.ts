import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openPolicyDoor } from './open-door.ts';
import { showPolicy } from './show.ts';

export const handler = httpEdge(showPolicy(openPolicyDoor(configOf('policy-show'))));
