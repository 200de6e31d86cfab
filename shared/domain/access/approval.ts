/**
 * 双人复核: an act of power that one person proposes and another confirms. Nothing comes into being
 * before the confirmation, and both persons stay on record.
 */
import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { isSamePerson } from './person.ts';
import type { Proposal } from './proposal.ts';

export const approvalStates = [
  'proposed', // 待复核
  'confirmed', // 已复核, being carried out
  'done', // 已执行
  'refused', // 不予同意
  'superseded', // 已失效: what it was about has changed since
  'failed', // 未能执行: it was refused for good as it was carried out
] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** What the second person said of a proposal. */
export interface Decision {
  readonly by: string;
  readonly at: Instant;
  readonly note?: string | undefined;
}

/** The problem that refused an act for good. */
export interface Failure {
  readonly code: string;
  readonly fact?: string | undefined;
}

export interface Approval {
  readonly id: string;
  readonly proposal: Proposal;
  /** SHA-256 of the proposal in canonical JSON, which the log of administrative acts names. */
  readonly digest: string;
  /** 6 digits: the other person must reach this area. */
  readonly area: string;
  /** Staff id. */
  readonly by: string;
  readonly at: Instant;
  /** After this moment nobody can confirm it. */
  readonly expiresAt: Instant;
  readonly state: ApprovalState;
  readonly decision?: Decision | undefined;
  /** Of one that failed. */
  readonly failure?: Failure | undefined;
  readonly version: number;
}

/** 14 days. */
const lifeMs = 14 * 24 * 60 * 60 * 1000;

type Facts = Pick<Approval, 'id' | 'proposal' | 'digest' | 'area' | 'by' | 'at'>;

export const proposeApproval = (facts: Facts): Approval => ({
  ...facts,
  expiresAt: addMs(facts.at, lifeMs),
  state: 'proposed',
  version: 1,
});

type ApprovalRefusal = 'same_person' | 'approval_expired' | 'approval_decided';

export type ApprovalOutcome =
  | { readonly ok: true; readonly changed: boolean; readonly next: Approval }
  | { readonly ok: false; readonly reason: ApprovalRefusal };

const decide = (
  approval: Approval,
  state: 'confirmed' | 'refused',
  decision: Decision,
): ApprovalOutcome => {
  if (approval.state !== 'proposed') return { ok: false, reason: 'approval_decided' };
  const next = { ...approval, state, decision, version: approval.version + 1 };
  return { ok: true, changed: true, next };
};

/**
 * Confirms a proposal. One that is confirmed already, or carried out, stays as it is: the caller
 * continues an act that was interrupted, up to the same moment.
 */
export const confirmApproval = (approval: Approval, decision: Decision): ApprovalOutcome => {
  if (isSamePerson(decision.by, approval.by)) return { ok: false, reason: 'same_person' };
  if (approval.state === 'done') return { ok: true, changed: false, next: approval };
  if (isExpired(approval, decision.at)) {
    return { ok: false, reason: 'approval_expired' };
  }
  if (approval.state === 'confirmed') return { ok: true, changed: false, next: approval };
  return decide(approval, 'confirmed', decision);
};

/**
 * Refuses a proposal, also one that expired; its proposer may do so as well, to withdraw it. An act
 * that was interrupted for so long has failed, and who confirmed it stays on record: something of it
 * may exist.
 */
export const refuseApproval = (approval: Approval, decision: Decision): ApprovalOutcome => {
  if (approval.state === 'refused') return { ok: true, changed: false, next: approval };
  if (approval.state === 'confirmed' && isExpired(approval, decision.at)) {
    return { ok: true, changed: true, next: failApproval(approval, { code: 'approval_expired' }) };
  }
  return decide(approval, 'refused', decision);
};

/** Ends a confirmed act: it is done, or what it was about has changed since it was proposed. */
export const endApproval = (approval: Approval, state: 'done' | 'superseded'): Approval => ({
  ...approval,
  state,
  version: approval.version + 1,
});

/** Ends a confirmed act that was refused: confirming it again would not change that. */
export const failApproval = (approval: Approval, failure: Failure): Approval => ({
  ...approval,
  state: 'failed',
  failure,
  version: approval.version + 1,
});

/** Whether somebody still has to decide it or to carry it out. */
export const isOpen = ({ state }: Approval): boolean =>
  state === 'proposed' || state === 'confirmed';

/** Whether it was not carried out, and nobody can confirm it any more. */
export const isExpired = (approval: Approval, at: Instant): boolean =>
  isOpen(approval) && at > approval.expiresAt;
