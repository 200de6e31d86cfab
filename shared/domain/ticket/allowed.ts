import { civilDateOf, nextDate } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { isUnmet } from './clocks.ts';
import type { ActingStaff, Command, CommandType } from './command.ts';
import { decideTicket } from './machine.ts';
import type { Rules, Ticket } from './ticket.ts';

const words = '-';

/**
 * Returns one command of each kind that a person may give, with the minimum content to be valid.
 */
const leastOf = (ticket: Ticket, at: Instant): readonly Command[] => {
  const tomorrow = nextDate(civilDateOf(at));
  const claim = ticket.claim?.kind ?? 'extension';
  return [
    { type: 'recordContact', way: 'phone', outcome: 'reached' },
    { type: 'find', kind: 'complex', cause: 'other' },
    { type: 'claimInvalid', grounds: 'mistaken', evidence: [words], note: words },
    { type: 'claimHardship', reviewOn: tomorrow, evidence: [words], note: words },
    { type: 'requestExtension', days: 1, note: words },
    { type: 'transfer', to: { creditCode: words, area: ticket.area }, note: words },
    {
      type: 'submit',
      result: 'rectified',
      measure: words,
      answer: words,
      evidence: [words],
    },
    { type: 'rule', claim, grant: false, note: words },
    { type: 'approve' },
    { type: 'return', note: words },
    { type: 'urge' },
    { type: 'unmask', note: words },
    { type: 'review', outcome: 'resume', note: words },
    { type: 'review', outcome: { keepUntil: tomorrow }, note: words },
  ];
};

/**
 * Returns whether the resident's name is shown: while they wait to be contacted, or because they
 * consented.
 */
export const mayBeNamed = ({ contactConsent, clocks }: Ticket): boolean =>
  contactConsent || isUnmet(clocks.contact);

/** Returns what this person may do with the ticket now, according to the machine itself. */
export const allowedTo = (
  by: ActingStaff,
  ticket: Ticket,
  { at, rules }: { readonly at: Instant; readonly rules: Rules },
): readonly CommandType[] => {
  const allowed = leastOf(ticket, at)
    .filter((command) => command.type !== 'unmask' || mayBeNamed(ticket))
    .filter((command) => decideTicket(ticket, command, { at, by, rules }).ok)
    .map(({ type }) => type);
  return [...new Set(allowed)];
};
