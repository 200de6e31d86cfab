import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openRatingDoor } from '../rating/open-door.ts';
import { showTicket } from './show.ts';

const config = configOf('ticket-show');
const claimPrefix = config.CLAIM_PREFIX;
export const handler = httpEdge(showTicket({ ...openRatingDoor(config), claimPrefix }));
