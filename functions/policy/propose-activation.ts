import type { Approval } from '../../shared/domain/access/approval.ts';
import { isExpired } from '../../shared/domain/access/approval.ts';
import type { PolicyProposal } from '../../shared/domain/access/proposal.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { propose, proposedAnswer } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import type { Answer } from '../../shared/http/edge.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { ApprovalStore } from '../../shared/port/access/approval-store.ts';
import type { Now } from '../../shared/port/clock.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { PolicyDeps } from './list.ts';

/** Returns the newest approval that still waits to put a version in force. */
export const awaitedActivation = async (
  version: number,
  { approvals, now }: { readonly approvals: ApprovalStore; readonly now: Now },
): Promise<Approval | undefined> => {
  let newest: Approval | undefined;
  for await (const approval of everyItem((page) => approvals.listed('open', page))) {
    const { proposal } = approval;
    const isOfVersion = proposal.power === 'policy' && proposal.policyVersion === version;
    if (isOfVersion && !isExpired(approval, now())) newest = approval;
  }
  return newest;
};

/** Proposes to put a version in force; the same again by the same person is the same proposal. */
export const proposeActivation = async (
  version: number,
  staff: Staff,
  deps: PolicyDeps & ProposeDeps,
): Promise<Answer> => {
  const known = await awaitedActivation(version, deps);
  const after = (await deps.policies.activations()).length;
  const proposal: PolicyProposal = { power: 'policy', policyVersion: version, after };
  const approval =
    known?.by === staff.id ? known : await propose({ proposal, area: cityCode }, staff, deps);
  return proposedAnswer(approval, { version });
};
