import { civilDateOf, nextDate } from '../../time/instant.ts';
import type { CivilDate, Instant } from '../../time/instant.ts';
import { isUnmet } from '../clocks.ts';
import type { ActingStaff, Command, CommandOf, CommandType } from '../command.ts';
import { decideTicket } from '../machine.ts';
import type { Rules, Ticket } from '../ticket.ts';

const words = '-';

interface Sample {
  readonly ticket: Ticket;
  readonly tomorrow: CivilDate;
}

/**
 * A command of each type that a person may give, with the minimum content to be valid; none of a
 * type that only residents or the system give. A person who may review a hardship may resume it.
 */
const leastOf: {
  readonly [Type in CommandType]: ((of: Sample) => CommandOf<Type>) | undefined;
} = {
  recordContact: () => ({ type: 'recordContact', way: 'phone', outcome: 'reached' }),
  find: () => ({ type: 'find', kind: 'complex', cause: 'other' }),
  claimInvalid: () => ({
    type: 'claimInvalid',
    grounds: 'mistaken',
    evidence: [words],
    note: words,
  }),
  claimHardship: ({ tomorrow }) => ({
    type: 'claimHardship',
    reviewOn: tomorrow,
    evidence: [words],
    note: words,
  }),
  requestExtension: () => ({ type: 'requestExtension', days: 1, note: words }),
  askTransfer: () => ({ type: 'askTransfer', note: words }),
  transfer: ({ ticket: { area } }) => ({
    type: 'transfer',
    to: { creditCode: words, area },
    note: words,
  }),
  declineTransfer: () => ({ type: 'declineTransfer', note: words }),
  submit: () => ({
    type: 'submit',
    result: 'rectified',
    measure: words,
    answer: words,
    evidence: [words],
  }),
  rule: ({ ticket: { claim } }) => ({
    type: 'rule',
    claim: claim?.kind ?? 'extension',
    grant: false,
    note: words,
  }),
  approve: () => ({ type: 'approve' }),
  return: () => ({ type: 'return', note: words }),
  urge: () => ({ type: 'urge' }),
  unmask: () => ({ type: 'unmask', note: words }),
  review: () => ({ type: 'review', outcome: 'resume', note: words }),
  append: undefined,
  voidRating: undefined,
  provinceStep: undefined,
  escalate: undefined,
  recount: undefined,
};

const listLeast = (of: Sample): readonly Command[] =>
  Object.values(leastOf).flatMap((build): readonly Command[] => (build ? [build(of)] : []));

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
): readonly CommandType[] =>
  listLeast({ ticket, tomorrow: nextDate(civilDateOf(at)) })
    .filter((command) => command.type !== 'unmask' || mayBeNamed(ticket))
    .filter((command) => decideTicket(ticket, command, { at, by, rules }).ok)
    .map(({ type }) => type);
