import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { dueOutlet } from '../../shared/queue/due-publisher.ts';
import { openTarget } from '../../shared/queue/send-batch.ts';
import { openTable } from '../../shared/store/clients.ts';
import { dueIndex } from '../../shared/store/escalation/due-index.ts';
import { publish } from '../../shared/telemetry.ts';
import { sweepDeadlines } from './sweep.ts';

const config = configOf('deadline-sweep');
const due = dueIndex(openTable(config));
const escalations = dueOutlet({
  ...openTarget(config.ESCALATION_QUEUE_URL),
  now,
  member: 'ticketId',
});
const notices = dueOutlet({ ...openTarget(config.NOTICE_QUEUE_URL), now, member: 'noticeId' });
export const handler = sweepDeadlines({ now, due, escalations, notices, publish });
