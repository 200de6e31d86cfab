import { SQSClient } from '@aws-sdk/client-sqs';

import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { dueOutlet } from '../../shared/queue/due-outlet.ts';
import { openTable } from '../../shared/store/clients.ts';
import { openWatchDoor } from './open-watch-door.ts';
import { watchDeadlines } from './watch.ts';

const config = configOf('deadline-watch');
const queue = { client: new SQSClient({}), queueUrl: config.ESCALATION_QUEUE_URL, now } as const;
const escalations = dueOutlet({ ...queue, member: 'ticketId' });
export const handler = watchDeadlines({ ...openWatchDoor(openTable(config)), escalations });
