import { now } from '../../shared/clock.ts';
import { recountOutlet } from '../../shared/queue/recount-publisher.ts';
import { openTarget } from '../../shared/queue/send-batch.ts';
import { calendarStore } from '../../shared/store/calendar/store.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { openTable } from '../../shared/store/clients.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import type { SpreadDoor } from './spread.ts';

/** What every function needs that puts open tickets onto the recount queue. */
export const openSpreadDoor = (config: {
  TABLE_NAME: string;
  RECOUNT_QUEUE_URL: string;
}): SpreadDoor => {
  const table = openTable(config);
  return {
    now,
    calendars: calendarStore(table),
    tickets: ticketStore(table),
    cases: caseStore(table),
    recounts: recountOutlet(openTarget(config.RECOUNT_QUEUE_URL)),
  };
};
