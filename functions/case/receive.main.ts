import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openIntegratorDoor } from '../integrator/open-door.ts';
import { receiveCases } from './receive.ts';

export const handler = httpEdge(receiveCases(openIntegratorDoor(configOf('case-receive'))));
