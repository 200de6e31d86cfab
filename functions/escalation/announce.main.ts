import { SQSClient } from '@aws-sdk/client-sqs';

import { configOf } from '../../shared/config.ts';
import { noticeOutlet } from '../../shared/queue/notice-outlet.ts';
import { announceTickets } from './announce.ts';

const config = configOf('escalation-announce');
export const handler = announceTickets(noticeOutlet(new SQSClient({}), config.NOTICE_QUEUE_URL));
