import type { DynamoDBRecord } from 'aws-lambda';

import type { Notice } from '../../shared/domain/notice/notice.ts';
import { fromEpoch, toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import { furthestAheadMs } from '../../shared/port/escalation/due-publisher.ts';
import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import { itemAfter, kindOf } from '../../shared/store/change.ts';

export interface AnnounceDeps {
  readonly now: Now;
  readonly notices: DuePublisher;
}

const newWaitingNotice = (record: DynamoDBRecord): Notice | undefined => {
  if (kindOf(record) !== 'notice_outbox' || record.eventName !== 'INSERT') return undefined;
  const notice = itemAfter(record, 'notice_outbox');
  return notice?.state === 'waiting' ? notice : undefined;
};

const pickDueNotice = (record: DynamoDBRecord, near: Instant): Notice | undefined => {
  const notice = newWaitingNotice(record);
  return notice !== undefined && notice.sendAt <= near ? notice : undefined;
};

/**
 * Sends new notices to the notice queue when they are due soon. Those for the next working day wait
 * in the due index for the sweep, which also finds any that were lost here. Returns the records
 * whose notice the queue refused.
 */
export const announceNotices = async (
  { now, notices }: AnnounceDeps,
  records: readonly DynamoDBRecord[],
): Promise<readonly DynamoDBRecord[]> => {
  const near = fromEpoch(toEpoch(now()) + furthestAheadMs);
  const calls = records.flatMap((record) => {
    const notice = pickDueNotice(record, near);
    return notice === undefined ? [] : [{ id: notice.id, at: notice.sendAt }];
  });
  const refused = new Set(await notices.send(calls));
  return records.filter((record) => refused.has(pickDueNotice(record, near)?.id ?? ''));
};
