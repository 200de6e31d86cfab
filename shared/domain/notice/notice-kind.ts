/** What a notice is about. */
import type {
  ApprovalNotice,
  CallbackNotice,
  ContestNotice,
  DifferenceNotice,
  EntryNotice,
  KeptPressNotice,
  Notice,
  PadNotice,
  TicketNotice,
} from './notice.ts';

export const isOfTicket = (notice: Notice): notice is TicketNotice => 'ticketId' in notice;

export const isOfApproval = (notice: Notice): notice is ApprovalNotice => 'approvalId' in notice;

export const isOfKeptPress = (notice: Notice): notice is KeptPressNotice => 'sequence' in notice;

export const isOfPad = (notice: Notice): notice is PadNotice =>
  'padId' in notice && !isOfKeptPress(notice);

export const isOfContest = (notice: Notice): notice is ContestNotice => 'contestId' in notice;

export const isOfEntry = (notice: Notice): notice is EntryNotice => 'entryId' in notice;

export const isOfCallback = (notice: Notice): notice is CallbackNotice => 'callbackId' in notice;

export const isOfDifference = (notice: Notice): notice is DifferenceNotice => 'since' in notice;
