import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { listTickets } from './list.ts';

const config = configOf('ticket-list');
const tickets = ticketStore(openTable(config));
export const handler = httpEdge(listTickets({ now, tickets, claimPrefix: config.CLAIM_PREFIX }));
