import type { ApprovalView } from '../../../events/access/approval.ts';
import { isExpired, isOpen } from '../../../shared/domain/access/approval.ts';
import type { Approval } from '../../../shared/domain/access/approval.ts';
import { isSamePerson } from '../../../shared/domain/access/person.ts';
import type { Proposal } from '../../../shared/domain/access/proposal.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import { mayDecide } from './may-decide.ts';

/** Returns what is proposed, without anything that is sealed. */
const aboutOf = (proposal: Proposal): ApprovalView['about'] => {
  switch (proposal.power) {
    case 'webhook': {
      const { sealedUrl: _url, sealedSecret: _secret, ...webhook } = proposal.webhook;
      return webhook;
    }
    case 'center_access': {
      const { scheme, accessKey, after } = proposal;
      return { scheme, accessKey, after };
    }
    case 'calendar_year':
      return { ...proposal.calendar, after: proposal.after };
    case 'integrator':
    case 'pad':
    case 'policy':
    case 'register':
    case 'case_owner':
    case 'center_callback':
    case 'take_up_rating':
    case 'settle_press': {
      const { power: _power, ...about } = proposal;
      return about;
    }
    default:
      return proposal satisfies never;
  }
};

const mayConfirm = (staff: Staff, approval: Approval): boolean =>
  isOpen(approval) && mayDecide(staff, approval) && !isSamePerson(approval.by, staff.id);

export const approvalView = (
  approval: Approval,
  { staff, at }: { readonly staff: Staff; readonly at: Instant },
): ApprovalView => {
  const { decision, proposal } = approval;
  const state = isExpired(approval, at) ? 'expired' : approval.state;
  return {
    approvalId: approval.id,
    power: proposal.power,
    area: approval.area,
    about: aboutOf(proposal),
    digest: approval.digest,
    by: approval.by,
    at: withOffset(approval.at),
    expiresAt: withOffset(approval.expiresAt),
    state,
    ...(decision && { decidedBy: decision.by, decidedAt: withOffset(decision.at) }),
    ...(decision?.note !== undefined && { note: decision.note }),
    ...(approval.failure && { failure: approval.failure }),
    mayConfirm: state !== 'expired' && mayConfirm(staff, approval),
  };
};
