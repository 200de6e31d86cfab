/** Fires everything on a ticket that is due at a moment, each with its own event. */
import { ladderNotices, roundTwoNotices } from '../escalation/ladder-notice.table.ts';
import { dueFirings } from '../escalation/ladder.ts';
import type { Firing } from '../escalation/ladder.ts';
import {
  contactOverrun,
  hardshipReminder,
  overrunMoment,
  reviewReminder,
} from '../escalation/reminder.ts';
import type { TriggerMoment } from '../escalation/trigger-moment.ts';
import type { RequestedNotice } from '../notice/notice.ts';
import { toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { TicketContext } from './command.ts';
import type { EventOf } from './event/event.ts';
import { evolveTicket } from './event/evolve.ts';
import type { Rules, Ticket } from './ticket.ts';

type Moment = Pick<TicketContext, 'at' | 'rules'>;

type ReminderType = 'contact_overdue' | 'overdue' | 'review_overdue' | 'hardship_review_due';

/** Every event of the system records when it was due. */
type DueEvent = { [T in ReminderType | 'escalated']: EventOf<T> }[ReminderType | 'escalated'];

export interface Settled {
  readonly ticket: Ticket;
  readonly events: readonly DueEvent[];
  readonly notices: readonly RequestedNotice[];
}

interface Due {
  readonly event: DueEvent;
  readonly notices: readonly RequestedNotice[];
}

const bySystem = ({ id: ticketId, round }: Ticket, at: Instant) =>
  ({ ticketId, at, by: { role: 'system' }, round }) as const;

/**
 * A pulled rung sends no notice: its text would not be true, and the rung that pulled it says more.
 * The first rung of round 1 fired with the opening, so here it is that of round 2.
 */
const noticesOf = ({ rung, pulledBy }: Firing): readonly RequestedNotice[] => {
  if (pulledBy) return [];
  return rung === 'notify' ? roundTwoNotices : ladderNotices[rung];
};

const dueRungs = (ticket: Ticket, { at, rules }: Moment): readonly Due[] =>
  dueFirings(ticket, rules, at).map((firing) => ({
    event: { ...bySystem(ticket, at), type: 'escalated', facts: firing },
    notices: noticesOf(firing),
  }));

interface Reminder {
  readonly type: ReminderType;
  readonly moment: (ticket: Ticket, rules: Rules) => TriggerMoment;
  readonly notices: readonly RequestedNotice[];
}

const reminders: readonly Reminder[] = [
  // A rung sends the notice, if the policy has one for it.
  { type: 'contact_overdue', moment: contactOverrun, notices: [] },
  // The red rung sends the notice.
  { type: 'overdue', moment: overrunMoment, notices: [] },
  {
    type: 'review_overdue',
    moment: reviewReminder,
    notices: [{ type: 'remind', to: 'supervisor' }],
  },
  {
    type: 'hardship_review_due',
    moment: hardshipReminder,
    notices: [
      { type: 'remind', to: 'department' },
      { type: 'remind', to: 'supervisor' },
    ],
  },
];

const dueReminders = (ticket: Ticket, { at, rules }: Moment): readonly Due[] =>
  reminders.flatMap(({ type, moment: momentOf, notices }) => {
    const moment = momentOf(ticket, rules);
    if (!moment?.ok || moment.at > at) return [];
    return [{ event: { ...bySystem(ticket, at), type, facts: { dueAt: moment.at } }, notices }];
  });

/** Sorts by due moment, so that a late evaluation gives the same history as an early one. */
const inOrder = (due: readonly Due[]): readonly DueEvent[] =>
  due
    .map(({ event }) => event)
    .toSorted(({ facts: a }, { facts: b }) => toEpoch(a.dueAt) - toEpoch(b.dueAt));

export const settleTicket = (ticket: Ticket, moment: Moment): Settled => {
  const due = [...dueReminders(ticket, moment), ...dueRungs(ticket, moment)];
  const events = inOrder(due);
  return {
    ticket: events.reduce<Ticket>(evolveTicket, ticket),
    events,
    notices: due.flatMap(({ notices }) => notices),
  };
};
