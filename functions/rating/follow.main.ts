import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { ticketStore } from '../../shared/store/ticket-store.ts';
import { followReceipt } from './follow.ts';
import { openRatingDoor } from './open-door.ts';

const config = configOf('rating-follow');
const tickets = ticketStore(openTable(config));
export const handler = httpEdge(followReceipt({ ...openRatingDoor(config), tickets }));
