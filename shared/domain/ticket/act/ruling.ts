/** 裁定: the effect of a claim that a second person granted or refused. */
import type { RequestedNotice } from '../../notice/notice.ts';
import { extendClock } from '../../time/clock.ts';
import { isUnmet, meetReview, resumeDuties, stopDuty } from '../clocks.ts';
import type { Claim, Ticket } from '../ticket.ts';
import type { Act, ActContext } from './act.ts';
import { isDuePast, isPast } from './claim.ts';

const backToWork = (ticket: Ticket, { at, rules }: ActContext): Partial<Ticket> => ({
  state: 'rectifying',
  clocks: resumeDuties(meetReview(ticket.clocks, at), rules.timetable, at),
});

/** 不予采纳: the rating stays stored; no work remains. */
const dismissTicket = ({ clocks }: Ticket, { at }: ActContext): Partial<Ticket> => {
  const { contact, rectify, review } = meetReview(clocks, at);
  return {
    state: 'dismissed',
    clocks: { contact: stopDuty(contact, at), rectify: stopDuty(rectify, at), review },
  };
};

/** 挂账: the duties stay paused; only the review date runs. */
const onRegister = (
  { clocks }: Ticket,
  { by: askedBy, reviewOn }: Extract<Claim, { kind: 'hardship' }>,
  { at }: ActContext,
): Partial<Ticket> => ({
  state: 'hardship',
  clocks: meetReview(clocks, at),
  hardship: { reviewOn, since: at, askedBy },
});

/** The first due moment stays recorded, however often it is moved. */
const extendRectify = (
  { clocks, extension }: Ticket,
  amount: number,
  { at, rules }: ActContext,
): Partial<Ticket> => {
  const { rectify } = clocks;
  const originalDue = rectify.state === 'running' ? rectify.dueAt : undefined;
  return {
    clocks: {
      ...clocks,
      rectify: isUnmet(rectify) ? extendClock(rules.timetable, rectify, { amount, at }) : rectify,
    },
    extension: {
      days: (extension?.days ?? 0) + amount,
      originalDue: extension ? extension.originalDue : originalDue,
    },
  };
};

const grantClaim = (ticket: Ticket, claim: Claim, context: ActContext): Partial<Ticket> => {
  if (claim.kind === 'invalid') return dismissTicket(ticket, context);
  return claim.kind === 'hardship'
    ? onRegister(ticket, claim, context)
    : extendRectify(ticket, claim.days, context);
};

const refuseClaim = (ticket: Ticket, claim: Claim, context: ActContext): Partial<Ticket> =>
  claim.kind === 'extension' ? {} : backToWork(ticket, context);

/** The resident is notified of what changes for them; a refusal changes nothing. */
const ruledNotices = (grant: boolean): readonly RequestedNotice[] => [
  { type: 'claim_ruled', to: 'department' },
  ...(grant ? [{ type: 'claim_ruled', to: 'resident' } as const] : []),
];

export const rule: Act<'rule'> = {
  refuse: (ticket, { claim: kind, grant }, { at }) => {
    if (ticket.claim?.kind !== kind) return 'claim_not_waiting';
    // Lateness is permanent: a term that is over cannot be extended.
    if (kind === 'extension' && grant && isDuePast(ticket, at)) return 'already_due';
    const { reviewOn } = ticket.claim;
    return grant && reviewOn && isPast(reviewOn, at) ? 'review_date_past' : undefined;
  },
  apply: (ticket, { claim: kind, grant, note }, context) => {
    const { at, by } = context;
    const ruled = grant ? grantClaim : refuseClaim;
    return {
      next: {
        ...(ticket.claim && ruled(ticket, ticket.claim, context)),
        claim: undefined,
        ruling: { kind, granted: grant, by, at },
      },
      step: { type: 'ruled', facts: { claim: kind, granted: grant }, sealedNote: note },
      notices: ruledNotices(grant),
    };
  },
};

/** 挂账复核: kept until a new date, or resumed with the remaining working time. */
export const review: Act<'review'> = {
  refuse: (_ticket, { outcome }, { at }) =>
    outcome !== 'resume' && isPast(outcome.keepUntil, at) ? 'review_date_past' : undefined,
  apply: (ticket, { outcome, note }, context) => {
    const kept = outcome === 'resume' ? undefined : outcome.keepUntil;
    const { hardship } = ticket;
    return {
      next:
        kept === undefined
          ? { ...backToWork(ticket, context), hardship: undefined }
          : { hardship: hardship && { ...hardship, reviewOn: kept, remindedAt: undefined } },
      step: {
        type: 'reviewed',
        facts: kept === undefined ? { kept: false } : { kept: true, reviewOn: kept },
        sealedNote: note,
      },
      notices: [{ type: 'claim_ruled', to: 'department' }],
    };
  },
};
