import { now } from '../../shared/clock.ts';
import { dueIndex } from '../../shared/store/escalation/due-index.ts';
import { watchStore } from '../../shared/store/escalation/watch-store.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import type { Table } from '../../shared/store/table.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import type { WatchDoor } from './watch.ts';

/** The watch's door but for the queue. */
export const openWatchDoor = (table: Table): Omit<WatchDoor, 'escalations'> => ({
  now,
  publish,
  due: dueIndex(table),
  tickets: ticketStore(table),
  rulebook: rulebook(table, now),
  results: watchStore(table),
});
