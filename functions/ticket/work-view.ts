import { lastRuling } from '../../shared/domain/escalation/waiting.ts';
import type { Rules, Submission, Ticket } from '../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { notePlace } from './command.ts';

const formatFactTime = <T extends { readonly at: Instant }>(fact: T) => ({
  ...fact,
  at: withOffset(fact.at),
});

const maybeDated = <T extends { readonly at: Instant }>(fact: T | undefined) =>
  fact === undefined ? undefined : formatFactTime(fact);

const submissionView = async (
  { sealedAnswer, ...submission }: Submission,
  ticketId: string,
  keys: KeyRing,
) => ({
  ...formatFactTime(submission),
  answer: await keys.decrypt(sealedAnswer, notePlace(ticketId)),
});

const hardshipView = ({ hardship }: Ticket) =>
  hardship && { reviewOn: hardship.reviewOn, since: withOffset(hardship.since) };

const extensionView = ({ extension }: Ticket) =>
  extension && {
    days: extension.days,
    originalDue: extension.originalDue && withOffset(extension.originalDue),
  };

const claimView = ({ claim }: Ticket, rules: Rules) => {
  if (claim === undefined) return undefined;
  const { from: _from, ...shown } = claim;
  const last = lastRuling({ claim }, rules);
  return { ...formatFactTime(shown), ...(last?.ok && { lapsesAt: withOffset(last.at) }) };
};

/** Returns the work on the rating: contact attempts, finding, claims, submission, rulings. */
export const workView = async (
  ticket: Ticket,
  { keys, rules }: { readonly keys: KeyRing; readonly rules: Rules },
) => ({
  contacts: ticket.contacts.map(formatFactTime),
  finding: maybeDated(ticket.finding),
  transferAsked: maybeDated(ticket.transferAsked),
  transfers: ticket.transfers,
  claim: claimView(ticket, rules),
  claimed: ticket.claimed,
  submission: ticket.submission && (await submissionView(ticket.submission, ticket.id, keys)),
  ruling: maybeDated(ticket.ruling),
  returns: ticket.returns,
  urges: ticket.urges,
  extension: extensionView(ticket),
  hardship: hardshipView(ticket),
  appendUntil: ticket.appendUntil && withOffset(ticket.appendUntil),
});
