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
import { lapseMoment, listRaises } from '../escalation/waiting.ts';
import type { RequestedNotice } from '../notice/notice.ts';
import { toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { changedClocks, resumeDuties, stopDuty } from './clocks.ts';
import type { TicketContext } from './command.ts';
import type { EventOf } from './event/event.ts';
import { evolveTicket } from './event/evolve.ts';
import type { Claim, Rules, Ticket } from './ticket.ts';

interface Moment extends Pick<TicketContext, 'at' | 'rules'> {
  /** What is due by then; `at` is when it is recorded. */
  readonly by: Instant;
}

type ReminderType = 'contact_overdue' | 'overdue' | 'review_overdue' | 'hardship_review_due';
type DueType = ReminderType | 'claim_lapsed' | 'escalated' | 'review_raised';

/** Every event of the system records when it was due. */
type DueEvent = { [T in DueType]: EventOf<T> }[DueType];

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

/** The first rung of round 1 fired with the opening, so here it is that of round 2. */
const noticesOf = ({ rung }: Firing): readonly RequestedNotice[] =>
  rung === 'notify' ? roundTwoNotices : ladderNotices[rung];

const dueRungs = (ticket: Ticket, { at, by, rules }: Moment): readonly Due[] =>
  dueFirings(ticket, rules, by).map((firing) => ({
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

const dueReminders = (ticket: Ticket, { at, by, rules }: Moment): readonly Due[] =>
  reminders.flatMap(({ type, moment: momentOf, notices }) => {
    const moment = momentOf(ticket, rules);
    if (!moment?.ok || moment.at > by) return [];
    return [{ event: { ...bySystem(ticket, at), type, facts: { dueAt: moment.at } }, notices }];
  });

const dueRaises = (ticket: Ticket, { at, by, rules }: Moment): readonly Due[] =>
  listRaises(ticket, rules).flatMap(({ of, since, level, moment }) => {
    if (!moment.ok || moment.at > by) return [];
    const facts = { of, since, level, dueAt: moment.at };
    const notices = [{ type: 'review_overdue', to: level }] as const;
    return [{ event: { ...bySystem(ticket, at), type: 'review_raised', facts }, notices }];
  });

/** Sorts by due moment, so that a late evaluation gives the same history as an early one. */
const inOrder = (due: readonly Due[]): readonly DueEvent[] =>
  due
    .map(({ event }) => event)
    .toSorted(({ facts: a }, { facts: b }) => toEpoch(a.dueAt) - toEpoch(b.dueAt));

const fireDue = (ticket: Ticket, moment: Moment): Settled => {
  const due = [
    ...dueReminders(ticket, moment),
    ...dueRungs(ticket, moment),
    ...dueRaises(ticket, moment),
  ];
  const events = inOrder(due);
  return {
    ticket: events.reduce<Ticket>(evolveTicket, ticket),
    events,
    notices: due.flatMap(({ notices }) => notices),
  };
};

const lapsedNotices = [
  { type: 'claim_lapsed', to: 'department' },
  { type: 'claim_lapsed', to: 'reviewer' },
  { type: 'claim_lapsed', to: 'supervisor' },
] as const satisfies readonly RequestedNotice[];

/** Back to the state before the claim; the duties run on with what they had left. */
const lapse = (ticket: Ticket, claim: Claim, { at, by: dueAt, rules }: Moment): Settled => {
  const { clocks, state: from } = ticket;
  const { review } = clocks;
  const resumed = resumeDuties(clocks, rules.timetable, dueAt);
  const after = { ...resumed, review: review && stopDuty(review, dueAt) };
  const { from: to } = claim;
  const event: EventOf<'claim_lapsed'> = {
    ...bySystem(ticket, at),
    type: 'claim_lapsed',
    facts: { claim: claim.kind, dueAt, clocks: changedClocks(clocks, after) },
    ...(to !== undefined && { from, to }),
  };
  return { ticket: evolveTicket(ticket, event), events: [event], notices: lapsedNotices };
};

/** Does one thing after the other on the same ticket. */
const inTurn = (ticket: Ticket, ...turns: ((before: Ticket) => Settled)[]): Settled =>
  turns.reduce<Settled>(
    (done, turn) => {
      const next = turn(done.ticket);
      return {
        ticket: next.ticket,
        events: [...done.events, ...next.events],
        notices: [...done.notices, ...next.notices],
      };
    },
    { ticket, events: [], notices: [] },
  );

/**
 * Fires what is due. Where a claim lapses on the way, what was due before it fires by the clocks that
 * stood still, and what is due behind it by those that run again.
 */
export const settleTicket = (
  ticket: Ticket,
  { at, rules }: Pick<TicketContext, 'at' | 'rules'>,
): Settled => {
  const { claim } = ticket;
  const lapses = lapseMoment(ticket, rules);
  const now = { at, by: at, rules };
  if (claim === undefined || !lapses?.ok || lapses.at > at) return fireDue(ticket, now);
  const then = { ...now, by: lapses.at };
  return inTurn(
    ticket,
    (before) => fireDue(before, then),
    (before) => lapse(before, claim, then),
    (before) => fireDue(before, now),
  );
};
