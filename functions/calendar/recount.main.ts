import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { eachMessage } from '../../shared/queue/permanent.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/rulebook.ts';
import { ticketStore } from '../../shared/store/ticket-store.ts';
import { recountTicket } from './recount.ts';

const table = openTable(configOf('calendar-recount'));
const [tickets, rules] = [ticketStore(table), rulebook(table, now)];
export const handler = eachMessage(recountTicket({ now, tickets, rulebook: rules }));
