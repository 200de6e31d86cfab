import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { listPolicies } from './list.ts';
import { openPolicyDoor } from './open-door.ts';

export const handler = httpEdge(listPolicies(openPolicyDoor(configOf('policy-list'))));
