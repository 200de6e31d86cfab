/**
 * 工单累计: what the figures count of a ticket and its current state no longer shows, because
 * rounds, returns and transfers replace it. A ticket without a tally counts as if none of these had
 * happened.
 */
import type { Clock } from '../time/deadline.ts';
import type { ClaimKind } from './claim-kind.ts';
import type { ClaimCounts, Duty, DutyOutcome, DutyOutcomes, TicketTally } from './tally-counts.ts';
import type { Ticket } from './ticket.ts';

/** Records that the time for a duty ran out in this round. */
export const withOverdue = ({ tally }: Ticket, duty: Duty): Pick<Ticket, 'tally'> => ({
  tally: { ...tally, overdue: { ...tally?.overdue, [duty]: true } },
});

export const isOverdue = ({ tally, round, late }: Ticket, duty: Duty): boolean =>
  tally?.overdue?.[duty] === true || (duty === 'rectify' && round === 1 && late);

/**
 * For a clock that ended without its duty done: no rectification is left to do, but a missed
 * contact stays missed.
 */
const endedUndone = (duty: Duty, overdue: boolean): DutyOutcome | undefined =>
  duty === 'contact' && overdue ? 'missed' : undefined;

const outcomeOf = (clock: Clock, duty: Duty, overdue: boolean): DutyOutcome | undefined => {
  switch (clock.state) {
    case 'met':
      return clock.late || overdue ? 'late' : 'on_time';
    case 'stopped':
      return endedUndone(duty, overdue);
    case 'pending_calendar':
    case 'running':
    case 'paused':
      return overdue ? 'missed' : undefined;
    default:
      return clock satisfies never;
  }
};

const presentOutcomes = (ticket: Ticket): DutyOutcomes => {
  const judgeDuty = (duty: Duty): DutyOutcome | undefined =>
    outcomeOf(ticket.clocks[duty], duty, isOverdue(ticket, duty));
  return { contact: judgeDuty('contact'), rectify: judgeDuty('rectify') };
};

/**
 * Returns how a duty ended in each round so far. A round in which it is not due yet has no outcome.
 */
export const outcomesOf = (ticket: Ticket, duty: Duty): readonly DutyOutcome[] =>
  [ticket.tally?.earlier?.[duty], presentOutcomes(ticket)[duty]].filter(
    (outcome) => outcome !== undefined,
  );

export const addOne = (counts: ClaimCounts | undefined, kind: ClaimKind): ClaimCounts => ({
  ...counts,
  [kind]: (counts?.[kind] ?? 0) + 1,
});

/** Returns the tally for a new round, which has its own duties; the outcomes so far stay. */
export const closeRound = (ticket: Ticket): TicketTally => ({
  ...ticket.tally,
  overdue: undefined,
  earlier: presentOutcomes(ticket),
});
