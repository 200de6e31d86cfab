import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { eachMessage } from '../../shared/queue/permanent.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { recount } from './recount.ts';

const table = openTable(configOf('calendar-recount'));
const stores = { tickets: ticketStore(table), cases: caseStore(table) };
export const handler = eachMessage(recount({ now, ...stores, rulebook: rulebook(table, now) }));
