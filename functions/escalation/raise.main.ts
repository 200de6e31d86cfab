import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { eachMessage } from '../../shared/queue/permanent.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { raiseEscalation } from './raise.ts';

const table = openTable(configOf('escalation-raise'));
const [tickets, rules] = [ticketStore(table), rulebook(table, now)];
export const handler = eachMessage(raiseEscalation({ now, tickets, rulebook: rules }));
