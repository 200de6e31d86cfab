/** The daily work of handlers, and what supervisors do besides ruling. */
import type { Policy } from '../../policy/policy.ts';
import { changedClocks, meetDuty } from '../clocks.ts';
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
export const recordContact: Act<'recordContact'> = (
  { clocks, contacts },
  { way, outcome, note },
  { at },
) => {
  const contact = isAnswered({ outcome }) ? meetDuty(clocks.contact, at) : clocks.contact;
  return {
    type: 'contacted',
    facts: {
      way,
      outcome,
      attempt: contacts.length + 1,
      clocks: changedClocks(clocks, { ...clocks, contact }),
    },
    sealedNote: note,
  };
};

export const find: Act<'find'> = (_ticket, { kind, cause, note }) => ({
  type: 'found',
  facts: { kind, cause },
  to: 'rectifying',
  sealedNote: note,
});

export const urge: Act<'urge'> = ({ urges }, { note }) => ({
  type: 'urged',
  facts: { urges: urges + 1 },
  sealedNote: note,
  notices: [{ type: 'urged', to: 'department' }],
});

/** Changes nothing but the audit record: who looked, when, and why. */
export const unmask: Act<'unmask'> = (_ticket, { note }) => ({
  type: 'unmasked',
  facts: {},
  sealedNote: note,
});
