import { now } from '../../shared/clock.ts';
import type { ConfigOf } from '../../shared/config.ts';
import { dueOutlet } from '../../shared/queue/due-publisher.ts';
import { reportOutlet } from '../../shared/queue/report-publisher.ts';
import { openTarget } from '../../shared/queue/send-batch.ts';
import type { RelayDoor } from './relay.ts';

export const openRelayDoor = (config: ConfigOf<'change-relay'>): RelayDoor => ({
  now,
  notices: dueOutlet({ ...openTarget(config.NOTICE_QUEUE_URL), now, member: 'noticeId' }),
  reports: config.CENTER_URL === '' ? undefined : reportOutlet(openTarget(config.REPORT_QUEUE_URL)),
});
