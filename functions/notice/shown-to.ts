import { isOfApproval, isOfContest } from '../../shared/domain/notice/notice-kind.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { ApprovalStore } from '../../shared/port/access/approval-store.ts';
import { isOutsideOf } from '../access/approval/may-decide.ts';
import { isOutside } from '../rating/contest/outside.ts';
import type { ContestedDeps } from '../rating/contest/outside.ts';

export interface ShownDeps extends ContestedDeps {
  readonly approvals: Pick<ApprovalStore, 'find'>;
}

/** An inbox tells nobody of what is decided about them: its own item would not be there for them. */
export const isShownTo = async (
  notice: Notice,
  staff: Staff,
  deps: ShownDeps,
): Promise<boolean> => {
  if (isOfContest(notice)) return isOutside(notice.contestId, staff, deps);
  if (!isOfApproval(notice)) return true;
  const approval = await deps.approvals.find(notice.approvalId);
  return approval === undefined || isOutsideOf(approval.proposal, staff);
};
