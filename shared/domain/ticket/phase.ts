import type { TicketState } from './terms.ts';
import type { Ticket } from './ticket.ts';

/**
 * Who a ticket waits for: the department that works on it, a person outside the department who
 * rules, a date, or nobody.
 */
type Phase = 'ended' | 'ruling' | 'standing' | 'work';

const phases: Readonly<Record<TicketState, Phase>> = {
  open: 'work',
  rectifying: 'work',
  dismissal_review: 'ruling',
  hardship_review: 'ruling',
  hardship: 'standing',
  closure_review: 'ruling',
  closed: 'ended',
  dismissed: 'ended',
};

type Staged = Pick<Ticket, 'state'>;

export const hasEnded = ({ state }: Staged): boolean => phases[state] === 'ended';

/** Returns whether a claim or a submission waits for its ruling. */
export const isInReview = ({ state }: Staged): boolean => phases[state] === 'ruling';
