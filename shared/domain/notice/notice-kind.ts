/** What a notice is about; the others are about a ticket. */
import type { ApprovalNotice, ContestNotice, EntryNotice, Notice, PadNotice } from './notice.ts';

export const isOfApproval = (notice: Notice): notice is ApprovalNotice => 'approvalId' in notice;

export const isOfPad = (notice: Notice): notice is PadNotice => 'padId' in notice;

export const isOfContest = (notice: Notice): notice is ContestNotice => 'contestId' in notice;

export const isOfEntry = (notice: Notice): notice is EntryNotice => 'entryId' in notice;
