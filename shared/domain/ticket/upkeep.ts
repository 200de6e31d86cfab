/** What the system does to a ticket: fire what is due, and recount with another calendar. */
import { nextMoment, pendingYearOf } from '../escalation/ladder.ts';
import type { RequestedNotice } from '../notice/notice.ts';
import type { Clock } from '../time/deadline.ts';
import { recountClocks } from './clocks.ts';
import type { TicketContext, TicketDecision } from './command.ts';
import { settleTicket } from './settle.ts';
import type { StepDraft } from './step/step.ts';
import type { Rules, Ticket, TicketClocks } from './ticket.ts';

type Moment = Pick<TicketContext, 'at' | 'rules'>;

/**
 * Returns the ticket with the moments that the index needs. After a decision `nextAt` is always in
 * the future.
 */
export const scheduleTicket = (ticket: Ticket, rules: Rules): Ticket => ({
  ...ticket,
  nextAt: nextMoment(ticket, rules),
  pendingYear: pendingYearOf(ticket, rules),
});

/** The outcome of a decision. */
export interface Outcome {
  readonly ticket: Ticket;
  readonly steps: readonly StepDraft[];
  readonly notices: readonly RequestedNotice[];
}

export const acceptOutcome = (before: Ticket, outcome: Outcome, rules: Rules): TicketDecision => ({
  ok: true,
  next: { ...scheduleTicket(outcome.ticket, rules), version: before.version + 1 },
  steps: outcome.steps,
  notices: outcome.notices,
});

/** Fires what is due. A repeat finds nothing due and writes nothing. */
export const escalateTicket = (ticket: Ticket, context: Moment): TicketDecision => {
  const settled = settleTicket(ticket, context);
  return settled.steps.length === 0
    ? { ok: false, reason: 'nothing_due' }
    : acceptOutcome(ticket, settled, context.rules);
};

const describeClock = (clock: Clock): string => {
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

/** Returns the old and the new state of the clocks that changed. */
const diffClocks = (before: TicketClocks, after: TicketClocks): StepDraft['facts'] =>
  Object.fromEntries(
    clockNames.flatMap((name) => {
      const [old, now] = [before[name], after[name]].map((clock) => clock && describeClock(clock));
      if (old === undefined || now === undefined || old === now) return [];
      return [[`${name}Old`, old] as const, [`${name}New`, now] as const];
    }),
  );

const isSame = (before: Ticket, after: Ticket): boolean =>
  before.nextAt === after.nextAt && before.pendingYear === after.pendingYear;

/**
 * Counts every open clock with the calendar of the rules; `year` is the year that was loaded. What
 * has fired stays fired, and late stays late, because both were true by the calendar in force at
 * the time. So nothing is fired by the old dates, only by the new ones.
 */
export const recountTicket = (
  ticket: Ticket,
  year: number | undefined,
  context: Moment,
): TicketDecision => {
  const { at, rules } = context;
  const clocks = recountClocks(ticket.clocks, rules.timetable, at);
  const changed = diffClocks(ticket.clocks, clocks);
  const counted = { ...ticket, clocks };
  if (Object.keys(changed).length === 0 && isSame(ticket, scheduleTicket(counted, rules))) {
    return { ok: false, reason: 'nothing_changed' };
  }
  const step: StepDraft = {
    ticketId: ticket.id,
    at,
    by: { role: 'system' },
    type: 'recounted',
    facts: { ...changed, ...(year !== undefined && { year }) },
  };
  const settled = settleTicket(counted, context);
  return acceptOutcome(ticket, { ...settled, steps: [step, ...settled.steps] }, rules);
};
