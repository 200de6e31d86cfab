import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { invitationStore } from '../../shared/store/rating/invitation-store.ts';
import { openIntegratorDoor } from '../integrator/open-door.ts';
import { invite } from './invite.ts';

const config = configOf('rating-invite');
const invitations = invitationStore(openTable(config));
const publicUrl = config.PUBLIC_URL.replace(/\/$/, '');
export const handler = httpEdge(invite({ ...openIntegratorDoor(config), invitations, publicUrl }));
