import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { dueOutlet } from '../../shared/queue/due-publisher.ts';
import { reportOutlet } from '../../shared/queue/report-publisher.ts';
import { openTarget } from '../../shared/queue/send-batch.ts';
import type { envs } from './env.ts';
import type { RelayDeps } from './relay.ts';

export const createRelayDeps = (config: Env<typeof envs.relay>): RelayDeps => ({
  now,
  notices: dueOutlet({ ...openTarget(config.NOTICE_QUEUE_URL), now, member: 'noticeId' }),
  reports: config.CENTER_URL === '' ? undefined : reportOutlet(openTarget(config.REPORT_QUEUE_URL)),
});
