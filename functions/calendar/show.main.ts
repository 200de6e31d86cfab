import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { calendarStore } from '../../shared/store/calendar/store.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { showYear } from './show.ts';

const config = configOf('calendar-show');
const [table, claimPrefix] = [openTable(config), config.CLAIM_PREFIX];
const [calendars, tickets] = [calendarStore(table), ticketStore(table)];
const rules = rulebook(table, now);
export const handler = httpEdge(showYear({ calendars, tickets, rulebook: rules, claimPrefix }));
