import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { createDuePublisher } from '../../shared/queue/due-publisher.ts';
import { createReportPublisher } from '../../shared/queue/report-publisher.ts';
import { createQueueTarget } from '../../shared/queue/send-batch.ts';
import type { envs } from './env.ts';
import type { RelayDeps } from './relay.ts';

export const createRelayDeps = (config: Env<typeof envs.relay>): RelayDeps => ({
  now,
  notices: createDuePublisher({
    ...createQueueTarget(config.NOTICE_QUEUE_URL),
    now,
    member: 'noticeId',
  }),
  reports:
    config.CENTER_URL === ''
      ? undefined
      : createReportPublisher(createQueueTarget(config.REPORT_QUEUE_URL)),
  messageCalls:
    config.MESSAGE_CHANNEL === 'off'
      ? undefined
      : createDuePublisher({
          ...createQueueTarget(config.MESSAGE_QUEUE_URL),
          now,
          member: 'messageId',
        }),
});
