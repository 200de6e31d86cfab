import type { Digest } from '../../text/digest.ts';
import type { TicketEvent } from '../event/event.ts';
import type { Ticket } from '../ticket.ts';
import type { StepLink } from './step-link.ts';
import { linkStep } from './step.ts';
import type { Step } from './step.ts';

/**
 * What a store writes of a decision: the linked steps, and the ticket that refers to the last of
 * them.
 */
export interface Chained {
  readonly ticket: Ticket;
  readonly steps: readonly Step[];
}

const endOf = ({ number, hash }: StepLink): StepLink => ({ number, hash });

/** Returns a new ticket with its first step as the end of its chain. */
export const chainedFrom = (ticket: Ticket, first: Step): Ticket => ({
  ...ticket,
  lastStep: endOf(first),
});

/**
 * Links `events` after the last step that `next` refers to.
 *
 * @throws Error when it refers to none: a ticket without a first step was never stored
 */
export const chainSteps = (
  next: Ticket,
  events: readonly TicketEvent[],
  digest: Digest,
): Chained => {
  if (next.lastStep === undefined) throw new Error('the ticket has no first step');
  const steps: Step[] = [];
  let last = next.lastStep;
  for (const event of events) {
    const step = linkStep(last, event, digest);
    steps.push(step);
    last = endOf(step);
  }
  return { ticket: { ...next, lastStep: last }, steps };
};
