import { nextMoment, pendingYearOf } from '../escalation/ladder.ts';
import type { RequestedNotice } from '../notice/notice.ts';
/** What the system does to a ticket: fire what is due, and count again with another calendar. */
import type { Clock } from '../time/deadline.ts';
import { recountClocks } from './clocks.ts';
import type { TicketContext, TicketDecision } from './command.ts';
import { settle } from './settle.ts';
import type { StepDraft } from './step/step.ts';
import type { Rules, Ticket, TicketClocks } from './ticket.ts';

type Moment = Pick<TicketContext, 'at' | 'rules'>;

/** With the moments the index needs. After a decision `nextAt` always lies ahead. */
export const dated = (ticket: Ticket, rules: Rules): Ticket => ({
  ...ticket,
  nextAt: nextMoment(ticket, rules),
  pendingYear: pendingYearOf(ticket, rules),
});

/** What a decision came to. */
export interface Outcome {
  readonly ticket: Ticket;
  readonly steps: readonly StepDraft[];
  readonly notices: readonly RequestedNotice[];
}

export const accepted = (before: Ticket, outcome: Outcome, rules: Rules): TicketDecision => ({
  ok: true,
  next: { ...dated(outcome.ticket, rules), version: before.version + 1 },
  steps: outcome.steps,
  notices: outcome.notices,
});

/** A repeat finds nothing due and writes nothing. */
export const escalated = (ticket: Ticket, context: Moment): TicketDecision => {
  const settled = settle(ticket, context);
  return settled.steps.length === 0
    ? { ok: false, reason: 'nothing_due' }
    : accepted(ticket, settled, context.rules);
};

const standing = (clock: Clock): string => {
  switch (clock.state) {
    case 'running':
      return clock.dueAt;
    case 'paused':
      return `paused ${clock.remainingMs} ${clock.dueAt}`;
    case 'pending_calendar':
      return `pending_calendar ${clock.year}`;
    case 'met':
      return clock.late ? 'met_late' : 'met_in_time';
    case 'stopped':
    default:
      return clock.state;
  }
};

const clockNames = ['contact', 'rectify', 'review'] as const;

/** Old and new standing of the clocks that changed. */
const differences = (before: TicketClocks, after: TicketClocks): StepDraft['facts'] =>
  Object.fromEntries(
    clockNames.flatMap((name) => {
      const [old, now] = [before[name], after[name]].map((clock) => clock && standing(clock));
      if (old === undefined || now === undefined || old === now) return [];
      return [[`${name}Old`, old] as const, [`${name}New`, now] as const];
    }),
  );

const isSame = (before: Ticket, after: Ticket): boolean =>
  before.nextAt === after.nextAt && before.pendingYear === after.pendingYear;

/**
 * Counts every open clock with the calendar of the rules; `year` is the one that was loaded. What
 * has fired stays fired, and late stays late: both were true by the calendar in force then. So this
 * settles nothing by the old dates, only by the new ones.
 */
export const recounted = (
  ticket: Ticket,
  year: number | undefined,
  context: Moment,
): TicketDecision => {
  const { at, rules } = context;
  const clocks = recountClocks(ticket.clocks, rules.timetable, at);
  const changed = differences(ticket.clocks, clocks);
  const counted = { ...ticket, clocks };
  if (Object.keys(changed).length === 0 && isSame(ticket, dated(counted, rules))) {
    return { ok: false, reason: 'nothing_changed' };
  }
  const step: StepDraft = {
    ticketId: ticket.id,
    at,
    by: { role: 'system' },
    type: 'recounted',
    facts: { ...changed, ...(year !== undefined && { year }) },
  };
  const settled = settle(counted, context);
  return accepted(ticket, { ...settled, steps: [step, ...settled.steps] }, rules);
};
