import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openIntegratorDoor } from '../integrator/open-door.ts';
import { invite } from './invite.ts';

const config = configOf('rating-invite');
export const handler = httpEdge(
  invite({ ...openIntegratorDoor(config), publicUrl: config.PUBLIC_URL.replace(/\/$/, '') }),
);
