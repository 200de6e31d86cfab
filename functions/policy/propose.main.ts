import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openPolicyDoor } from './open-door.ts';
import { proposePolicy } from './propose.ts';

export const handler = httpEdge(proposePolicy(openPolicyDoor(configOf('policy-propose'))));
