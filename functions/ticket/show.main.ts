import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { ticketStore } from '../../shared/store/ticket-store.ts';
import { openRatingDoor } from '../rating/open-door.ts';
import { showTicket } from './show.ts';

const config = configOf('ticket-show');
const [tickets, claimPrefix] = [ticketStore(openTable(config)), config.CLAIM_PREFIX];
export const handler = httpEdge(showTicket({ ...openRatingDoor(config), tickets, claimPrefix }));
