import type { ApprovalProposed } from '../../../events/access/approval.ts';
import { approvalSubject } from '../../domain/access/approval-subject.ts';
import { proposeApproval } from '../../domain/access/approval.ts';
import type { Approval } from '../../domain/access/approval.ts';
import type { Proposal } from '../../domain/access/proposal.ts';
import { approvalNotices } from '../../domain/notice/approval-notice.ts';
import { canonicalJson, omitUndefined } from '../../domain/text/canonical-json.ts';
import { withOffset } from '../../domain/time/instant.ts';
import type { ApprovalStore } from '../../port/access/approval-store.ts';
import type { NewId, Now } from '../../port/clock.ts';
import type { Rulebook } from '../../port/policy/rulebook.ts';
import { rulesInForce, sha256 } from '../../rules.ts';
import type { Answer } from '../edge.ts';
import { Problem } from '../problem/problem.ts';
import type { Staff } from '../staff.ts';

export interface ProposeDeps {
  readonly now: Now;
  readonly newId: NewId;
  readonly approvals: ApprovalStore;
  readonly rulebook: Rulebook;
}

interface Asked {
  readonly proposal: Proposal;
  /** The other person must reach it. */
  readonly area: string;
}

/**
 * Stores a proposal, which has no effect until another person confirms it, with the notices to those
 * who may.
 */
export const propose = async (
  { proposal, area }: Asked,
  { id: by, area: proposerArea }: Staff,
  deps: ProposeDeps,
): Promise<Approval> => {
  const digest = sha256(canonicalJson(omitUndefined(proposal)));
  const facts = { id: `AP${deps.newId()}`, proposal, digest, area, by, at: deps.now() };
  const approval = proposeApproval(facts);
  const rules = await rulesInForce(deps.rulebook);
  const notices = approvalNotices(approval, { proposerArea, rules });
  if ((await deps.approvals.save(approval, notices)) === 'conflict') throw new Problem('busy');
  return approval;
};

const proposedView = ({ id, expiresAt }: Approval): ApprovalProposed => ({
  approvalId: id,
  state: 'proposed',
  expiresAt: withOffset(expiresAt),
});

/** Answers that a proposal waits for another person, with more members of its own. */
export const proposedAnswer = (approval: Approval, more: object = {}): Answer => ({
  status: 202,
  body: { ...proposedView(approval), ...more },
  about: approvalSubject(approval),
});

/** As `propose`, and answers that it waits for another person. */
export const answerProposed = async (
  asked: Asked,
  staff: Staff,
  deps: ProposeDeps,
): Promise<Answer> => proposedAnswer(await propose(asked, staff, deps));
