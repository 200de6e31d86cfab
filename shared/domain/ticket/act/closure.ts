/**
 * 整改反馈与闭环审核: the submission, and the decision of a supervisor of another department on it.
 */
import { appendEnd } from '../../rating/follow-up.ts';
import { startClock } from '../../time/clock.ts';
import { meetDuty, meetReview, stopDuty } from '../clocks.ts';
import type { Act } from './act.ts';
import { isContacted } from './handling.ts';

/** A pending request for an extension becomes obsolete and is dropped. */
export const submit: Act<'submit'> = {
  refuse: (ticket, { result, evidence }, { rules }) => {
    if (!isContacted(ticket, rules.policy)) return 'contact_missing';
    if (!ticket.finding) return 'finding_missing';
    return result === 'rectified' && evidence.length === 0 ? 'evidence_missing' : undefined;
  },
  apply: (ticket, { result, measure, answer, evidence }, { at, by, rules }) => ({
    next: {
      state: 'closure_review',
      submission: { by, at, result, sealedAnswer: answer, evidence },
      claim: undefined,
      clocks: {
        contact: stopDuty(ticket.clocks.contact, at),
        rectify: meetDuty(ticket.clocks.rectify, at),
        review: startClock(rules.timetable, at, rules.policy.clocks.review),
      },
      reviewRemindedAt: undefined,
    },
    step: {
      type: 'submitted',
      facts: {
        result,
        evidence: evidence.join(','),
        ...(ticket.claim && { withdrawn: ticket.claim.kind }),
      },
      sealedNote: measure,
      sealedAnswer: answer,
    },
    notices: [{ type: 'closure_asked', to: 'supervisor' }],
  }),
};

export const approve: Act<'approve'> = {
  apply: (ticket, { note }, { at, by, rules }) => {
    // The follow-up is given once; a closure after it opens no window.
    const appendUntil = ticket.followUp ? undefined : appendEnd(at, rules.policy);
    return {
      next: {
        state: 'closed',
        clocks: meetReview(ticket.clocks, at),
        ruling: { kind: 'closure', granted: true, by, at },
        appendUntil,
      },
      step: {
        type: 'approved',
        facts: appendUntil === undefined ? {} : { appendUntil },
        sealedNote: note,
      },
      notices: [
        { type: 'closed', to: 'department' },
        { type: 'closed', to: 'resident' },
      ],
    };
  },
};

/** 退回重办: no new full term; contacts, finding and the returned submission stay. */
export const sendBack: Act<'return'> = {
  apply: (ticket, { note }, { at, by, rules }) => ({
    next: {
      state: 'rectifying',
      clocks: {
        ...meetReview(ticket.clocks, at),
        rectify: startClock(rules.timetable, at, rules.policy.clocks.redo),
      },
      ruling: { kind: 'closure', granted: false, by, at },
      returns: ticket.returns + 1,
      returnedAt: at,
    },
    step: { type: 'returned', facts: { returns: ticket.returns + 1 }, sealedNote: note },
    notices: [{ type: 'returned', to: 'department' }],
  }),
};
