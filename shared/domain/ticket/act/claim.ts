/**
 * 申诉 · 无法整改申请 · 延期申请: the requests of a department. Each is allowed once in the whole
 * life of a ticket, round 2 included (extensions as often as the policy allows), and one at a time.
 */
import { startClock } from '../../time/clock.ts';
import { civilDateOf } from '../../time/instant.ts';
import type { CivilDate, Instant } from '../../time/instant.ts';
import type { ClaimKind } from '../claim-kind.ts';
import { isUnmet, pauseDuties } from '../clocks.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { Claim, Rules, Ticket, TicketState } from '../ticket.ts';
import type { Act, ActContext, Change } from './act.ts';

const countAllowed = (kind: ClaimKind, { policy }: Rules): number =>
  kind === 'extension' ? policy.extension.times : 1;

const checkClaim = (ticket: Ticket, kind: ClaimKind, rules: Rules): TicketRefusal | undefined => {
  if (ticket.claim) return 'claim_waiting';
  const made = ticket.claimed.filter((claimed) => claimed === kind).length;
  return made >= countAllowed(kind, rules) ? 'claim_used' : undefined;
};

const checkEvidence = (evidence: readonly string[]): TicketRefusal | undefined =>
  evidence.length === 0 ? 'evidence_missing' : undefined;

export const isPast = (reviewOn: CivilDate, at: Instant): boolean => reviewOn <= civilDateOf(at);

/**
 * Returns whether the rectify term ran out. While it waits for a calendar this is unknown, and so
 * false.
 */
export const isDuePast = ({ clocks: { rectify } }: Ticket, at: Instant): boolean =>
  rectify.state === 'running' && at > rectify.dueAt;

const applyClaim = (ticket: Ticket, claim: Claim, note: string): Change => ({
  next: { claim, claimed: [...ticket.claimed, claim.kind] },
  step: {
    type: 'claimed',
    facts: {
      claim: claim.kind,
      grounds: claim.grounds,
      ...(claim.days !== undefined && { days: claim.days }),
      ...(claim.reviewOn !== undefined && { reviewOn: claim.reviewOn }),
      evidence: claim.evidence.join(','),
    },
    sealedNote: note,
  },
  notices: [{ type: 'claim_asked', to: 'supervisor' }],
});

/** Both duties are paused until the review, which has its own clock, is over. */
const underReview = (
  { clocks }: Ticket,
  state: TicketState,
  { at, rules }: ActContext,
): Partial<Ticket> => ({
  state,
  clocks: {
    ...pauseDuties(clocks, rules.timetable, at),
    review: startClock(rules.timetable, at, rules.policy.clocks.review),
  },
  reviewRemindedAt: undefined,
});

const withReview = (change: Change, review: Partial<Ticket>): Change => ({
  ...change,
  next: { ...change.next, ...review },
});

export const claimInvalid: Act<'claimInvalid'> = {
  refuse: (ticket, { evidence }, { rules }) =>
    checkClaim(ticket, 'invalid', rules) ?? checkEvidence(evidence),
  apply: (ticket, { grounds, evidence, note }, context) => {
    const { by, at } = context;
    const claim: Claim = { kind: 'invalid', by, at, grounds, evidence };
    return withReview(
      applyClaim(ticket, claim, note),
      underReview(ticket, 'dismissal_review', context),
    );
  },
};

export const claimHardship: Act<'claimHardship'> = {
  refuse: (ticket, { evidence, reviewOn }, { at, rules }) =>
    checkClaim(ticket, 'hardship', rules) ??
    checkEvidence(evidence) ??
    (isPast(reviewOn, at) ? 'review_date_past' : undefined),
  apply: (ticket, { reviewOn, evidence, note }, context) => {
    const { by, at } = context;
    const claim: Claim = { kind: 'hardship', by, at, grounds: 'not_fixable', reviewOn, evidence };
    return withReview(
      applyClaim(ticket, claim, note),
      underReview(ticket, 'hardship_review', context),
    );
  },
};

const isTooLong = (ticket: Ticket, days: number, { policy }: Rules): boolean =>
  !(Number.isInteger(days) && days >= 1) ||
  days + (ticket.extension?.days ?? 0) > policy.extension.most;

/** A request stops no clock: an unanswered request is no excuse. */
export const requestExtension: Act<'requestExtension'> = {
  refuse: (ticket, { days }, { at, rules }) => {
    if (!isUnmet(ticket.clocks.rectify) || isDuePast(ticket, at)) return 'extension_late';
    const unclaimed = checkClaim(ticket, 'extension', rules);
    return unclaimed ?? (isTooLong(ticket, days, rules) ? 'extension_too_long' : undefined);
  },
  apply: (ticket, { days, note }, { by, at }) =>
    applyClaim(
      ticket,
      { kind: 'extension', by, at, grounds: 'needs_time', days, evidence: [] },
      note,
    ),
};
