import { SQSClient } from '@aws-sdk/client-sqs';

import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { dueOutlet } from '../../shared/queue/due-outlet.ts';
import { announceNotices } from './announce.ts';

const queueUrl = configOf('escalation-announce').NOTICE_QUEUE_URL;
const notices = dueOutlet({ client: new SQSClient({}), queueUrl, now, member: 'noticeId' });
export const handler = announceNotices({ now, notices });
