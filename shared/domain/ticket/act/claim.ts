/**
 * 申诉 · 无法整改申请 · 延期申请: the requests of a department. Each is allowed once in the whole
 * life of a ticket, round 2 included (extensions as often as the policy allows), and one at a time.
 */
import type { RequestedNotice } from '../../notice/notice.ts';
import { startClock } from '../../time/clock.ts';
import type { Instant } from '../../time/instant.ts';
import type { ClaimKind } from '../claim-kind.ts';
import { changedClocks, pauseDuties } from '../clocks.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { Rules, Ticket } from '../ticket.ts';
import type { Act, ActContext } from './act.ts';
import { isContacted } from './handling.ts';
import { reviewDateRefusal } from './review-date.ts';

const countAllowed = (kind: ClaimKind, { policy }: Rules): number =>
  kind === 'extension' ? policy.extension.times : 1;

const checkClaim = (ticket: Ticket, kind: ClaimKind, rules: Rules): TicketRefusal | undefined => {
  if (ticket.claim) return 'claim_waiting';
  const made = ticket.claimed.filter((claimed) => claimed === kind).length;
  return made >= countAllowed(kind, rules) ? 'claim_used' : undefined;
};

const checkEvidence = (evidence: readonly string[]): TicketRefusal | undefined =>
  evidence.length === 0 ? 'evidence_missing' : undefined;

/**
 * Returns whether the rectify term ran out. While it waits for a calendar this is unknown, and so
 * false.
 */
export const isDuePast = ({ clocks: { rectify } }: Ticket, at: Instant): boolean =>
  rectify.state === 'running' && at > rectify.dueAt;

/** Those who may rule on it are asked. */
const askedOf = (kind: ClaimKind): readonly RequestedNotice[] => [
  { type: 'claim_asked', to: 'reviewer' },
  ...(kind === 'invalid' ? [] : [{ type: 'claim_asked', to: 'supervisor' } as const]),
];

/** Duties are paused until the review, which has its own clock, is over. */
const clocksUnderReview = (
  { clocks }: Ticket,
  { at, rules }: ActContext,
  pausesContact: boolean,
) => {
  const paused = pauseDuties(clocks, rules.timetable, at);
  return changedClocks(clocks, {
    ...paused,
    contact: pausesContact ? paused.contact : clocks.contact,
    review: startClock(rules.timetable, at, rules.policy.clocks.review),
  });
};

/** Nobody appeals against the rating of a resident to whom nobody tried to speak. */
const checkContact = (ticket: Ticket, { policy }: Rules): TicketRefusal | undefined =>
  policy.appealAfterContact === true && !isContacted(ticket, policy)
    ? 'contact_missing'
    : undefined;

export const claimInvalid: Act<'claimInvalid'> = (ticket, { grounds, evidence, note }, context) => {
  const { rules } = context;
  const pausesContact = rules.policy.appealAfterContact !== true;
  const clocks = clocksUnderReview(ticket, context, pausesContact);
  return (
    checkClaim(ticket, 'invalid', rules) ??
    checkContact(ticket, rules) ??
    checkEvidence(evidence) ?? {
      type: 'claimed',
      facts: { claim: 'invalid', grounds, evidence, clocks },
      to: 'dismissal_review',
      sealedNote: note,
      notices: askedOf('invalid'),
    }
  );
};

export const claimHardship: Act<'claimHardship'> = (
  ticket,
  { reviewOn, evidence, note },
  context,
) => {
  const refusal = checkClaim(ticket, 'hardship', context.rules) ?? checkEvidence(evidence);
  if (refusal) return refusal;
  const badDate = reviewDateRefusal(reviewOn, context);
  if (badDate) return badDate;
  return {
    type: 'claimed',
    facts: {
      claim: 'hardship',
      grounds: 'not_fixable',
      evidence,
      reviewOn,
      clocks: clocksUnderReview(ticket, context, true),
    },
    to: 'hardship_review',
    sealedNote: note,
    notices: askedOf('hardship'),
  };
};

const isTooLong = (ticket: Ticket, days: number, { policy }: Rules): boolean =>
  !(Number.isInteger(days) && days >= 1) ||
  days + (ticket.extension?.days ?? 0) > policy.extension.most;

/** A request stops no clock: an unanswered request is no excuse. */
export const requestExtension: Act<'requestExtension'> = (ticket, { days, note }, context) => {
  const { at, rules } = context;
  if (isDuePast(ticket, at)) return 'extension_late';
  const refusal = checkClaim(ticket, 'extension', rules);
  if (refusal) return refusal;
  if (isTooLong(ticket, days, rules)) return 'extension_too_long';
  return {
    type: 'claimed',
    facts: { claim: 'extension', grounds: 'needs_time', evidence: [], days },
    sealedNote: note,
    notices: askedOf('extension'),
  };
};
