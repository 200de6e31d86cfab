/** 裁定: the effect of a claim that a second person granted or refused. */
import type { RequestedNotice } from '../../notice/notice.ts';
import type { CivilDate } from '../../time/instant.ts';
import {
  changedClocks,
  extendDuty,
  meetReview,
  resumeDuties,
  runningDue,
  stopDuty,
} from '../clocks.ts';
import type { EventContent } from '../event/event.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { TicketState } from '../terms.ts';
import type { Claim, Ticket, TicketClocks } from '../ticket.ts';
import type { Act, ActContext } from './act.ts';
import { isDuePast } from './claim.ts';
import { grantedDateRefusal } from './review-date.ts';

const resumeWork = ({ clocks }: Ticket, { at, rules }: ActContext): TicketClocks =>
  resumeDuties(meetReview(clocks, at), rules.timetable, at);

/** 不予采纳: the rating stays stored; no work remains. */
export const endWork = ({ clocks }: Ticket, { at }: ActContext): TicketClocks => {
  const { contact, rectify, review } = meetReview(clocks, at);
  return { contact: stopDuty(contact, at), rectify: stopDuty(rectify, at), review };
};

const extendRectify = (
  { clocks }: Ticket,
  amount: number,
  { at, rules }: ActContext,
): TicketClocks => ({
  ...clocks,
  rectify: extendDuty(clocks.rectify, rules.timetable, { amount, at }),
});

type Ruled = Pick<EventContent<'ruled'>, 'facts'> & { readonly to?: TicketState };

const ruleOnInvalid = (ticket: Ticket, granted: boolean, context: ActContext): Ruled => {
  const after = granted ? endWork(ticket, context) : resumeWork(ticket, context);
  return {
    facts: { claim: 'invalid', granted, clocks: changedClocks(ticket.clocks, after) },
    to: granted ? 'dismissed' : 'rectifying',
  };
};

/** 挂账: the duties stay paused; only the review date runs. */
const ruleOnHardship = (
  ticket: Ticket,
  { granted, reviewOn }: { readonly granted: boolean; readonly reviewOn: CivilDate },
  context: ActContext,
): Ruled => {
  const after = granted ? meetReview(ticket.clocks, context.at) : resumeWork(ticket, context);
  return {
    facts: { claim: 'hardship', granted, reviewOn, clocks: changedClocks(ticket.clocks, after) },
    to: granted ? 'hardship' : 'rectifying',
  };
};

const ruleOnExtension = (
  ticket: Ticket,
  { granted, days }: { readonly granted: boolean; readonly days: number },
  context: ActContext,
): Ruled => {
  if (!granted) return { facts: { claim: 'extension', granted, days } };
  const clocks = changedClocks(ticket.clocks, extendRectify(ticket, days, context));
  return {
    facts: { claim: 'extension', granted, days, until: runningDue(clocks?.rectify), clocks },
  };
};

const ruleOn = (
  ticket: Ticket,
  { claim, granted }: { readonly claim: Claim; readonly granted: boolean },
  context: ActContext,
): Ruled => {
  switch (claim.kind) {
    case 'invalid':
      return ruleOnInvalid(ticket, granted, context);
    case 'hardship':
      return ruleOnHardship(ticket, { granted, reviewOn: claim.reviewOn }, context);
    case 'extension':
      return ruleOnExtension(ticket, { granted, days: claim.days }, context);
    default:
      return claim satisfies never;
  }
};

/** The resident is notified of what changes for them; a refusal changes nothing. */
const ruledNotices = (grant: boolean): readonly RequestedNotice[] => [
  { type: 'claim_ruled', to: 'department' },
  ...(grant ? [{ type: 'claim_ruled', to: 'resident' } as const] : []),
];

const refusedRuling = (
  ticket: Ticket,
  { claim, granted }: { readonly claim: Claim; readonly granted: boolean },
  context: ActContext,
): TicketRefusal | undefined => {
  if (!granted) return undefined;
  // Lateness is permanent: a term that is over cannot be extended.
  if (claim.kind === 'extension' && isDuePast(ticket, context.at)) return 'already_due';
  return claim.kind === 'hardship' ? grantedDateRefusal(claim.reviewOn, context) : undefined;
};

export const rule: Act<'rule'> = (ticket, { claim: kind, grant: granted, note }, context) => {
  const { claim } = ticket;
  if (claim?.kind !== kind) return 'claim_not_waiting';
  return (
    refusedRuling(ticket, { claim, granted }, context) ?? {
      type: 'ruled',
      ...ruleOn(ticket, { claim, granted }, context),
      sealedNote: note,
      notices: ruledNotices(granted),
    }
  );
};

const reviewed = [{ type: 'claim_ruled', to: 'department' }] as const;

/** 挂账复核: kept until a new date, or resumed with the remaining working time. */
export const review: Act<'review'> = (ticket, { outcome, note }, context) => {
  if (outcome === 'resume') {
    const clocks = changedClocks(ticket.clocks, resumeWork(ticket, context));
    return {
      type: 'reviewed',
      facts: { kept: false, clocks },
      to: 'rectifying',
      sealedNote: note,
      notices: reviewed,
    };
  }
  const { keepUntil: reviewOn } = outcome;
  const refusal = grantedDateRefusal(reviewOn, context);
  if (refusal) return refusal;
  return {
    type: 'reviewed',
    facts: { kept: true, reviewOn },
    sealedNote: note,
    notices: reviewed,
  };
};
