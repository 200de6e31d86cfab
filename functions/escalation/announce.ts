import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

import type { Notice } from '../../shared/domain/notice.ts';
import { fromEpoch, toEpoch } from '../../shared/domain/time.ts';
import type { Now } from '../../shared/port/clock.ts';
import { furthestAheadMs } from '../../shared/port/due-outlet.ts';
import type { DueOutlet } from '../../shared/port/due-outlet.ts';
import { fromFirstFailed, itemAfter } from '../../shared/store/change.ts';

export interface AnnounceDoor {
  readonly now: Now;
  readonly notices: DueOutlet;
}

const bornWaiting = (record: DynamoDBRecord): Notice | undefined => {
  const notice = record.eventName === 'INSERT' ? itemAfter<Notice>(record) : undefined;
  return notice?.state === 'waiting' ? notice : undefined;
};

/**
 * New notices of the change stream go to the notice queue when their moment is near. Those for the
 * next working day wait in the due index for the sweep, which also finds any that got lost here.
 */
export const announceNotices =
  (door: AnnounceDoor) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const near = fromEpoch(toEpoch(door.now()) + furthestAheadMs);
    const soon = (record: DynamoDBRecord): Notice | undefined => {
      const notice = bornWaiting(record);
      return notice !== undefined && notice.sendAt <= near ? notice : undefined;
    };
    const calls = event.Records.flatMap((record) => {
      const notice = soon(record);
      return notice === undefined ? [] : [{ id: notice.id, at: notice.sendAt }];
    });
    const failed = new Set(await door.notices.send(calls));
    return fromFirstFailed(event.Records, (record) => failed.has(soon(record)?.id ?? ''));
  };
