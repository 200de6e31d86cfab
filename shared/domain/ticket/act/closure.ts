/**
 * 整改反馈与闭环审核: the submission, and the decision of a supervisor of another department on it.
 */
import type { Policy } from '../../policy/policy.ts';
import { appendEnd } from '../../rating/follow-up.ts';
import { startClock } from '../../time/clock.ts';
import { changedClocks, meetDuty, meetReview, stopDuty } from '../clocks.ts';
import type { CommandOf } from '../command.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { Act } from './act.ts';
import { isContacted } from './handling.ts';

const missingWork = (
  ticket: Ticket,
  { result, evidence }: Pick<CommandOf<'submit'>, 'result' | 'evidence'>,
  policy: Policy,
): TicketRefusal | undefined => {
  if (!isContacted(ticket, policy)) return 'contact_missing';
  if (!ticket.finding) return 'finding_missing';
  return result === 'rectified' && evidence.length === 0 ? 'evidence_missing' : undefined;
};

/** A pending request for an extension becomes obsolete and is dropped. */
export const submit: Act<'submit'> = (ticket, command, { at, rules }) => {
  const { result, measure, answer, evidence } = command;
  const { clocks, claim } = ticket;
  return (
    missingWork(ticket, command, rules.policy) ?? {
      type: 'submitted',
      facts: {
        result,
        evidence,
        withdrawn: claim?.kind,
        clocks: changedClocks(clocks, {
          contact: stopDuty(clocks.contact, at),
          rectify: meetDuty(clocks.rectify, at),
          review: startClock(rules.timetable, at, rules.policy.clocks.review),
        }),
      },
      to: 'closure_review',
      sealedNote: measure,
      sealedAnswer: answer,
      notices: [{ type: 'closure_asked', to: 'supervisor' }],
    }
  );
};

export const approve: Act<'approve'> = ({ clocks, followUp }, { note }, { at, rules }) => ({
  type: 'approved',
  facts: {
    // The follow-up is given once; a closure after it opens no window.
    appendUntil: followUp ? undefined : appendEnd(at, rules.policy),
    clocks: changedClocks(clocks, meetReview(clocks, at)),
  },
  to: 'closed',
  sealedNote: note,
  notices: [
    { type: 'closed', to: 'department' },
    { type: 'closed', to: 'resident' },
  ],
});

/** 退回重办: no new full term; contacts, finding and the returned submission stay. */
export const sendBack: Act<'return'> = ({ clocks, returns }, { note }, { at, rules }) => ({
  type: 'returned',
  facts: {
    returns: returns + 1,
    clocks: changedClocks(clocks, {
      ...meetReview(clocks, at),
      rectify: startClock(rules.timetable, at, rules.policy.clocks.redo),
    }),
  },
  to: 'rectifying',
  sealedNote: note,
  notices: [{ type: 'returned', to: 'department' }],
});
