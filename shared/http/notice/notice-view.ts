import {
  isOfApproval,
  isOfCallback,
  isOfContest,
  isOfDifference,
  isOfEntry,
  isOfKeptPress,
  isOfPad,
} from '../../domain/notice/notice-kind.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { noticeWords } from '../../domain/notice/words.table.ts';
import { withOffset } from '../../domain/time/instant.ts';

const aboutOf = (notice: Notice) => {
  if (isOfApproval(notice)) {
    return { type: notice.type, approvalId: notice.approvalId, power: notice.power };
  }
  if (isOfPad(notice)) {
    const { type, padId, hall, window } = notice;
    return { type, padId, hall, window };
  }
  if (isOfKeptPress(notice)) {
    const { type, padId, hall, window, sequence, mark } = notice;
    return { type, padId, hall, window, sequence, ...(mark !== undefined && { mark }) };
  }
  if (isOfCallback(notice)) return { type: notice.type, callbackId: notice.callbackId };
  if (isOfDifference(notice)) return { type: notice.type, day: notice.day };
  if (isOfContest(notice)) return { type: notice.type, contestId: notice.contestId };
  if (isOfEntry(notice)) return { type: notice.type, entryId: notice.entryId };
  return { type: notice.type, ticketId: notice.ticketId, creditCode: notice.creditCode };
};

/** Returns what inboxes and webhooks show of a notice. */
export const noticeView = (notice: Notice) => ({
  id: notice.id,
  box: notice.box,
  ...aboutOf(notice),
  area: notice.area,
  at: withOffset(notice.sendAt),
  words: noticeWords[notice.type],
});
