import type { ApprovalView } from '../../../events/access/approval.ts';
import { isExpired, isOpen } from '../../../shared/domain/access/approval.ts';
import type { Approval } from '../../../shared/domain/access/approval.ts';
import { isSamePerson } from '../../../shared/domain/access/person.ts';
import type { Proposal } from '../../../shared/domain/access/proposal.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import { mayDecide } from './may-decide.ts';

/** Those of which everything may be shown; a new one does not compile until it is placed here. */
type Unsealed = Extract<
  Proposal,
  {
    readonly power:
      | 'case_owner'
      | 'contest_ruling'
      | 'integrator'
      | 'pad'
      | 'policy'
      | 'register'
      | 'settle_callback'
      | 'settle_press'
      | 'take_up_rating';
  }
>;

const wholeOf = ({ power: _power, ...about }: Unsealed): ApprovalView['about'] => about;

/** Returns what is proposed, without anything that is sealed. */
const aboutOf = (proposal: Proposal): ApprovalView['about'] => {
  if (proposal.power === 'webhook') {
    const { sealedUrl: _url, sealedSecret: _secret, ...webhook } = proposal.webhook;
    return webhook;
  }
  if (proposal.power === 'center_callback') {
    const { power: _power, sealedText: _text, ...about } = proposal;
    return about;
  }
  if (proposal.power === 'center_access') {
    const { scheme, accessKey, after } = proposal;
    return { scheme, accessKey, after };
  }
  return proposal.power === 'calendar_year'
    ? { ...proposal.calendar, after: proposal.after }
    : wholeOf(proposal);
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
