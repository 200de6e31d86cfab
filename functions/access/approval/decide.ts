import { ApprovalConfirmation, ApprovalRefusal } from '../../../events/access/approval.ts';
import { approvalSubject } from '../../../shared/domain/access/approval-subject.ts';
import { refuseApproval } from '../../../shared/domain/access/approval.ts';
import type { Power } from '../../../shared/domain/access/power.ts';
import { confirmAndCarryOut } from '../../../shared/http/access/carry-out.ts';
import type { Executor } from '../../../shared/http/access/carry-out.ts';
import { bodyBytes } from '../../../shared/http/body-text.ts';
import { readBody } from '../../../shared/http/body.ts';
import { accessProblems } from '../../../shared/http/problem/access.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { mayDecide } from './may-decide.ts';
import { approvalInPath } from './show.ts';
import type { ApprovalDeps } from './show.ts';
import { approvalView } from './view.ts';

/** How each power is checked again and carried out. */
export type Executors = { readonly [P in Power]: Executor<P> };

/** `POST /v1/approvals/{id}/confirm`: another person confirms the act, and it is carried out. */
export const confirmProposal =
  (deps: ApprovalDeps, executors: Executors): StaffHandler =>
  async (request, staff) => {
    const { note } = bodyBytes(request).length === 0 ? {} : readBody(request, ApprovalConfirmation);
    const approval = await approvalInPath(request, deps, (one) => mayDecide(staff, one));
    // The table has for each power an executor of its own proposals.
    const executor = executors[approval.proposal.power] as Executor<Power>;
    const decision = { by: staff.id, ...(note !== undefined && { note }) };
    const body = await confirmAndCarryOut(approval, decision, { executor, deps });
    return { status: 200, body, about: approvalSubject(approval) };
  };

/**
 * `POST /v1/approvals/{id}/refuse`: refuses the act and says why; the person who proposed it may withdraw
 * it in the same way.
 */
export const refuseProposal =
  (deps: ApprovalDeps): StaffHandler =>
  async (request, staff) => {
    const { note } = readBody(request, ApprovalRefusal);
    const approval = await approvalInPath(request, deps, (one) => mayDecide(staff, one));
    const at = deps.now();
    const outcome = refuseApproval(approval, { by: staff.id, at, note });
    if (!outcome.ok) throw new Problem(accessProblems[outcome.reason]);
    const { next, changed } = outcome;
    if (changed && (await deps.approvals.save(next)) === 'conflict') throw new Problem('busy');
    return { status: 200, body: approvalView(next, { staff, at }), about: approvalSubject(next) };
  };
