import { SQSClient } from '@aws-sdk/client-sqs';

import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { dueOutlet } from '../../shared/queue/due-outlet.ts';
import { openTable } from '../../shared/store/clients.ts';
import { dueIndex } from '../../shared/store/due-index.ts';
import { publish } from '../../shared/telemetry.ts';
import { sweepDeadlines } from './sweep.ts';

const config = configOf('deadline-sweep');
const [client, due] = [new SQSClient({}), dueIndex(openTable(config))];
const [escalation, notice] = [config.ESCALATION_QUEUE_URL, config.NOTICE_QUEUE_URL];
const escalations = dueOutlet({ client, now, queueUrl: escalation, member: 'ticketId' });
const notices = dueOutlet({ client, now, queueUrl: notice, member: 'noticeId' });
export const handler = sweepDeadlines({ now, due, escalations, notices, publish });
