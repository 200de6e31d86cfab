/** Fires everything on a ticket that is due at a moment, each with its own step. */
import { ladderNotices, roundTwoNotices } from '../escalation/ladder-notice.table.ts';
import { dueFirings, rungNumber } from '../escalation/ladder.ts';
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
import type { StepDraft } from './step/step.ts';
import { withOverdue } from './tally.ts';
import type { Rules, Ticket } from './ticket.ts';

type Moment = Pick<TicketContext, 'at' | 'rules'>;

/** Every step of the system records when it was due. */
type DueStep = StepDraft & { readonly facts: { readonly dueAt: Instant } };

export interface Settled {
  readonly ticket: Ticket;
  readonly steps: readonly DueStep[];
  readonly notices: readonly RequestedNotice[];
}

const bySystem = (ticket: Ticket, at: Instant) =>
  ({ ticketId: ticket.id, at, by: { role: 'system' } }) as const;

/**
 * A pulled rung sends no notice: its text would not be true, and the rung that pulled it says more.
 */
const noticesOf = (ticket: Ticket, { rung, pulledBy }: Firing): readonly RequestedNotice[] => {
  if (pulledBy) return [];
  return rung === 'notify' && ticket.round === 2 ? roundTwoNotices : ladderNotices[rung];
};

const fireRungs = (ticket: Ticket, firings: readonly Firing[], at: Instant): Settled => {
  const { round } = ticket;
  return {
    ticket: {
      ...ticket,
      fired: [...ticket.fired, ...firings.map(({ rung }) => ({ rung, at, round }))],
      rung: Math.max(ticket.rung, ...firings.map(({ rung }) => rungNumber(rung))),
    },
    steps: firings.map(({ rung, dueAt, on, pulledBy }) => ({
      ...bySystem(ticket, at),
      type: 'escalated',
      facts: { round, rung, dueAt, on, ...(pulledBy && { pulledBy }) },
    })),
    notices: firings.flatMap((firing) => noticesOf(ticket, firing)),
  };
};

interface Reminder {
  readonly type: string;
  readonly moment: (ticket: Ticket, rules: Rules) => TriggerMoment;
  readonly reminded: (ticket: Ticket, at: Instant) => Ticket;
  readonly notices: readonly RequestedNotice[];
}

const reminders: readonly Reminder[] = [
  {
    type: 'contact_overdue',
    moment: contactOverrun,
    reminded: (ticket) => withOverdue(ticket, 'contact'),
    // A rung sends the notice, if the policy has one for it.
    notices: [],
  },
  {
    type: 'overdue',
    moment: overrunMoment,
    reminded: (ticket) => withOverdue({ ...ticket, late: true }, 'rectify'),
    // The red rung sends the notice.
    notices: [],
  },
  {
    type: 'review_overdue',
    moment: reviewReminder,
    reminded: (ticket, at) => ({ ...ticket, reviewRemindedAt: at }),
    notices: [{ type: 'remind', to: 'supervisor' }],
  },
  {
    type: 'hardship_review_due',
    moment: hardshipReminder,
    reminded: ({ hardship, ...ticket }, at) => ({
      ...ticket,
      hardship: hardship && { ...hardship, remindedAt: at },
    }),
    notices: [
      { type: 'remind', to: 'department' },
      { type: 'remind', to: 'supervisor' },
    ],
  },
];

const applyReminder = (settled: Settled, reminder: Reminder, { at, rules }: Moment): Settled => {
  const { ticket, steps, notices } = settled;
  const moment = reminder.moment(ticket, rules);
  if (!moment?.ok || moment.at > at) return settled;
  const step = { ...bySystem(ticket, at), type: reminder.type, facts: { dueAt: moment.at } };
  return {
    ticket: reminder.reminded(ticket, at),
    steps: [...steps, step],
    notices: [...notices, ...reminder.notices],
  };
};

/** Sorts by due moment, so that a late evaluation gives the same history as an early one. */
const inOrder = (steps: readonly DueStep[]): readonly DueStep[] =>
  steps.toSorted(({ facts: a }, { facts: b }) => toEpoch(a.dueAt) - toEpoch(b.dueAt));

export const settleTicket = (ticket: Ticket, context: Moment): Settled => {
  const { at, rules } = context;
  const beside = reminders.reduce<Settled>(
    (settled, reminder) => applyReminder(settled, reminder, context),
    { ticket, steps: [], notices: [] },
  );
  const ladder = fireRungs(beside.ticket, dueFirings(beside.ticket, rules, at), at);
  return {
    ticket: ladder.ticket,
    steps: inOrder([...beside.steps, ...ladder.steps]),
    notices: [...beside.notices, ...ladder.notices],
  };
};
