import * as z from 'zod/mini';

import type { ApprovalList } from '../../../events/access/approval.ts';
import type { Approval } from '../../../shared/domain/access/approval.ts';
import type { Proposal } from '../../../shared/domain/access/proposal.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import { pageAsked, readPage } from '../../../shared/http/paging.ts';
import { accessProblems } from '../../../shared/http/problem/access.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { Staff, StaffHandler } from '../../../shared/http/staff.ts';
import type { ApprovalStore } from '../../../shared/port/access/approval-store.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { RegisterStore } from '../../../shared/port/oversight/register-store.ts';
import { openStatedText } from '../../exchange/kept/stated-words.ts';
import { maySee } from './may-decide.ts';
import { registerDifference } from './register-difference.ts';
import { approvalView } from './view.ts';

export interface ApprovalDeps {
  readonly now: Now;
  readonly approvals: ApprovalStore;
}

export interface ShowDeps extends ApprovalDeps {
  readonly registers: Pick<RegisterStore, 'find' | 'kept'>;
  readonly keys: Pick<KeyRing, 'decrypt'>;
}

const Asked = z.object({ ...pageAsked, state: z._default(z.enum(['open', 'ended']), 'open') });

/** Returns the approval in the path, if the person may see it. */
export const approvalInPath = async (
  request: HttpRequest,
  { approvals }: ApprovalDeps,
  isAllowed: (approval: Approval) => boolean,
): Promise<Approval> => {
  const found = await approvals.find(pathParameter(request, 'id'));
  if (found !== undefined && isAllowed(found)) return found;
  throw new Problem(accessProblems.approval_unknown);
};

const listApprovals = async (
  request: HttpRequest,
  staff: Staff,
  deps: ApprovalDeps,
): Promise<ApprovalList> => {
  const { state, ...page } = readQuery(Asked, request);
  const only = (approval: Approval): boolean => maySee(staff, approval);
  const { items, cursor } = await readPage(() => deps.approvals.listed(state, { ...page, only }));
  const at = deps.now();
  return {
    approvals: items.map((approval) => approvalView(approval, { staff, at })),
    cursor: cursor ?? null,
  };
};

/** What only one who reads this approval is shown: what a list changes, and the words of a rater. */
const besides = async (proposal: Proposal, { registers, keys }: ShowDeps) => {
  if (proposal.power === 'register') {
    return { difference: await registerDifference(proposal, registers) };
  }
  if (proposal.power !== 'center_callback') return {};
  const words = await openStatedText(proposal, keys);
  return words === undefined ? {} : { words };
};

/**
 * `GET /v1/approvals` lists what the person may confirm or has proposed; `GET /v1/approvals/{id}`
 * returns one of them.
 */
export const showApprovals =
  (deps: ShowDeps): StaffHandler =>
  async (request, staff) => {
    if (request.routeKey === 'GET /v1/approvals') {
      return { status: 200, body: await listApprovals(request, staff, deps) };
    }
    const approval = await approvalInPath(request, deps, (one) => maySee(staff, one));
    const { proposal } = approval;
    const view = approvalView(approval, { staff, at: deps.now() });
    return { status: 200, body: { ...view, ...(await besides(proposal, deps)) } };
  };
