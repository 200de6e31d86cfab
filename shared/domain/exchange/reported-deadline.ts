/** 回访、整改期限 as reported for a ticket's first round and, if there is one, for its second. */
import type { Step } from '../ticket/step/step.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Clock } from '../time/deadline.ts';
import { parseInstant } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

export interface ReportedDeadlines {
  readonly contact?: Instant | undefined;
  readonly rectify?: Instant | undefined;
}

type Duty = keyof ReportedDeadlines;

const readDue = (clock: Clock): Instant | undefined => {
  if (clock.state === 'stopped' || clock.state === 'pending_calendar') return undefined;
  return clock.dueAt;
};

const momentIn = (step: Step | undefined, fact: string): Instant | undefined => {
  const said = step?.facts[fact];
  return typeof said === 'string' ? parseInstant(said) : undefined;
};

const firstDue = (duty: Duty, steps: readonly Step[]): Instant | undefined =>
  momentIn(steps.at(0), `${duty}Due`) ??
  steps.map((step) => momentIn(step, `${duty}New`)).find((due) => due !== undefined);

/**
 * Returns the first due moments of a round, as far as they are known: for a round that waited for a
 * calendar those of the first count, for the current round those of its clocks.
 */
export const deadlinesOf = (
  ticket: Pick<Ticket, 'clocks' | 'round'>,
  steps: readonly Step[],
  round: 1 | 2,
): ReportedDeadlines => {
  const clocks = ticket.round === round ? ticket.clocks : undefined;
  const readCurrentDue = (duty: Duty) => clocks && readDue(clocks[duty]);
  if (round === 2)
    return { contact: readCurrentDue('contact'), rectify: readCurrentDue('rectify') };
  return {
    contact: firstDue('contact', steps) ?? readCurrentDue('contact'),
    rectify: firstDue('rectify', steps) ?? readCurrentDue('rectify'),
  };
};
