/** Whether a planned message is still to be sent, by what is known at that moment. */
import { isVoided } from '../rating/contest/contest-state.ts';
import type { ContestState } from '../rating/contest/contest-state.ts';
import { hasEnded } from '../ticket/phase.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
import { isMessage } from './kind.ts';
import type { PlannedKind } from './kind.ts';
import type { Message, Suppression } from './message.ts';

export interface MessageFacts {
  /** A first rating of the contact exists. */
  readonly isRated: boolean;
  /** What became of a contest of that rating. */
  readonly contested?: ContestState | undefined;
  /** A link for the contact was issued to another system, for any channel. */
  readonly isInvitedElsewhere: boolean;
  /** When a link that is issued by an invitation expires. */
  readonly expiresAt: Instant;
  readonly ticket?: Pick<Ticket, 'state' | 'followUp' | 'appendUntil'> | undefined;
}

type Asked = MessageFacts & { readonly at: Instant };

const ofInvitation = ({ isRated, isInvitedElsewhere }: Asked): Suppression | undefined => {
  if (isRated) return 'rated';
  return isInvitedElsewhere ? 'invited_elsewhere' : undefined;
};

const ofReminder = (asked: Asked): Suppression | undefined =>
  ofInvitation(asked) ?? (asked.at < asked.expiresAt ? undefined : 'outdated');

const outdatedUnless = (isCurrent: boolean): Suppression | undefined =>
  isCurrent ? undefined : 'outdated';

const inState =
  (state: Ticket['state']) =>
  ({ ticket }: Asked): Suppression | undefined =>
    outdatedUnless(ticket?.state === state);

/** A receipt leads to what was said: while it is contested, or void, it goes to nobody. */
const ofReceipt = ({ isRated, contested }: Asked): Suppression | undefined =>
  outdatedUnless(isRated && contested !== 'open' && !isVoided(contested));

/** A bad rating has a ticket, which tells the resident of the rating and of what happens next. */
const ofEntry = (asked: Asked): Suppression | undefined =>
  asked.ticket === undefined ? ofReceipt(asked) : 'told_by_ticket';

const checks: Readonly<Record<PlannedKind, (asked: Asked) => Suppression | undefined>> = {
  invitation: ofInvitation,
  invitation_reminder: ofReminder,
  call: ofReminder,
  receipt: ofReceipt,
  entered: ofEntry,
  receipt_again: ofReceipt,
  contest_received: ({ contested }) => outdatedUnless(contested === 'open'),
  contest_upheld: ofEntry,
  contest_rejected: ofReceipt,
  contest_neither: ({ contested }) => outdatedUnless(contested === 'neither'),
  answered: inState('closed'),
  extended: ({ ticket }) => outdatedUnless(ticket !== undefined && !hasEnded(ticket)),
  hardship: inState('hardship'),
  dismissed: inState('dismissed'),
  follow_up_ending: ({ ticket, at }) =>
    outdatedUnless(
      ticket?.state === 'closed' && !ticket.followUp && at < (ticket.appendUntil ?? ''),
    ),
};

/** Returns why it is not sent; undefined when it is. */
export const unwanted = (
  { type }: Pick<Message, 'type'>,
  facts: MessageFacts,
  at: Instant,
): Suppression | undefined => checks[type]({ ...facts, at });

/**
 * What happens to one more message on a day on which the person got enough: news about the own
 * rating wait for the next morning, what only asks for a rating is left out.
 */
export const atCap = (kind: PlannedKind): 'postpone' | 'suppress' =>
  isMessage(kind) && kind !== 'invitation' && kind !== 'invitation_reminder'
    ? 'postpone'
    : 'suppress';
