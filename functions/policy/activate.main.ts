import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { activatePolicy } from './activate.ts';
import { openPolicyDoor } from './open-door.ts';

export const handler = httpEdge(activatePolicy(openPolicyDoor(configOf('policy-activate'))));
