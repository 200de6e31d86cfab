/** The daily work of handlers, and what supervisors do besides ruling. */
import type { Policy } from '../../policy/policy.ts';
import { meetDuty } from '../clocks.ts';
import type { ContactAttempt, Ticket } from '../ticket.ts';
import type { Act } from './act.ts';

const isAnswered = ({ outcome }: Pick<ContactAttempt, 'outcome'>): boolean =>
  outcome !== 'no_answer';

/**
 * Returns whether the duty to contact no longer blocks the work: the resident was reached, refused
 * to talk, or was tried as often as the policy requires.
 */
export const isContacted = (ticket: Ticket, policy: Policy): boolean =>
  ticket.contacts.some(isAnswered) || ticket.contacts.length >= policy.contactAttempts;

/**
 * Only a contact that was answered meets the contact clock. Failed attempts let the work continue,
 * but if they met the clock, residents to whom nobody spoke would count as contacted.
 */
export const recordContact: Act<'recordContact'> = {
  apply: (ticket, { way, outcome, note }, { at, by }) => {
    const { clocks } = ticket;
    const contact = isAnswered({ outcome }) ? meetDuty(clocks.contact, at) : clocks.contact;
    return {
      next: {
        contacts: [...ticket.contacts, { at, by, way, outcome }],
        clocks: { ...clocks, contact },
      },
      step: {
        type: 'contacted',
        facts: { way, outcome, attempt: ticket.contacts.length + 1 },
        sealedNote: note,
      },
    };
  },
};

export const find: Act<'find'> = {
  apply: (_ticket, { kind, cause, note }, { at, by }) => ({
    next: { state: 'rectifying', finding: { kind, cause, at, by } },
    step: { type: 'found', facts: { kind, cause }, sealedNote: note },
  }),
};

/** 转办: the clocks keep running, and everything done so far stays. */
export const transfer: Act<'transfer'> = {
  refuse: (ticket, { to }) => {
    if (to.creditCode === ticket.creditCode) return 'same_department';
    // Otherwise a department other than the one that made the claim would have to answer for it.
    return ticket.claim ? 'claim_waiting' : undefined;
  },
  apply: (ticket, { to, note }) => ({
    next: { creditCode: to.creditCode, area: to.area, assignee: undefined },
    step: {
      type: 'transferred',
      facts: {
        fromDepartment: ticket.creditCode,
        toDepartment: to.creditCode,
        fromArea: ticket.area,
        toArea: to.area,
      },
      sealedNote: note,
    },
    notices: [{ type: 'transferred', to: 'department' }],
  }),
};

export const urge: Act<'urge'> = {
  apply: (ticket, { note }) => ({
    next: { urges: ticket.urges + 1 },
    step: { type: 'urged', facts: { urges: ticket.urges + 1 }, sealedNote: note },
    notices: [{ type: 'urged', to: 'department' }],
  }),
};

/** Changes nothing but the audit record: who looked, when, and why. */
export const unmask: Act<'unmask'> = {
  apply: (_ticket, { note }) => ({
    next: {},
    step: { type: 'unmasked', facts: {}, sealedNote: note },
  }),
};
