/** What handlers do day by day, and what supervisors do beside ruling. */
import type { Policy } from '../../policy/policy.ts';
import { meetDuty } from '../clocks.ts';
import type { ContactAttempt, Ticket } from '../ticket.ts';
import type { Act } from './act.ts';

const isAnswered = ({ outcome }: Pick<ContactAttempt, 'outcome'>): boolean =>
  outcome !== 'no_answer';

/**
 * Whether the duty to contact stands in nobody's way any more: the resident was reached or refused
 * to talk, or was tried as often as the policy asks.
 */
export const isContacted = (ticket: Ticket, policy: Policy): boolean =>
  ticket.contacts.some(isAnswered) || ticket.contacts.length >= policy.contactAttempts;

/**
 * Only an answer meets the contact clock. Attempts in vain let the work go on, but a clock that
 * they met would count residents as contacted whom nobody spoke to.
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

/** 转办: the clocks keep running, and so does all that was done. */
export const transfer: Act<'transfer'> = {
  refuse: (ticket, { to }) => {
    if (to.creditCode === ticket.creditCode) return 'same_department';
    // Else another department than the one that asked would have to answer for the claim.
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

/** Changes nothing but the record: who looked, when, and why. */
export const unmask: Act<'unmask'> = {
  apply: (_ticket, { note }) => ({
    next: {},
    step: { type: 'unmasked', facts: {}, sealedNote: note },
  }),
};
