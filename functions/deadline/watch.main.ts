import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { dueOutlet } from '../../shared/queue/due-publisher.ts';
import { openTarget } from '../../shared/queue/send-batch.ts';
import { openTable } from '../../shared/store/clients.ts';
import { openWatchDoor } from './open-watch-door.ts';
import { watchDeadlines } from './watch.ts';

const config = configOf('deadline-watch');
const escalations = dueOutlet({
  ...openTarget(config.ESCALATION_QUEUE_URL),
  now,
  member: 'ticketId',
});
export const handler = watchDeadlines({ ...openWatchDoor(openTable(config)), escalations });
