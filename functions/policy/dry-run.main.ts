import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { dryRunPolicy } from './dry-run.ts';
import { openPolicyDoor } from './open-door.ts';

const config = configOf('policy-dry-run');
const table = openTable(config);
const [tickets, rules] = [ticketStore(table), rulebook(table, now)];
export const handler = httpEdge(
  dryRunPolicy({ ...openPolicyDoor(config), tickets, rulebook: rules }),
);
