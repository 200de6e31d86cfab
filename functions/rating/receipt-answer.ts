import type { RatingReceipt } from '../../events/rating.ts';
import type { Clock } from '../../shared/domain/deadline.ts';
import { openTicket } from '../../shared/domain/ticket.ts';
import type { Rules } from '../../shared/domain/ticket.ts';
import { withOffset } from '../../shared/domain/time.ts';
import type { Answer } from '../../shared/http/edge.ts';
import type { Received } from './receive-rating.ts';

const due = (clock: Clock): string | null =>
  clock.state === 'running' ? withOffset(clock.dueAt) : null;

/**
 * 201 for a first rating, 200 for a repeat. What the ticket was opened with follows from the rating
 * alone, so a repeat answers the same as the first time without reading it.
 */
export const receiptAnswer = ({ rating, repeated, receipt }: Received, rules: Rules): Answer => {
  const opened = openTicket(rating, rules);
  const body: RatingReceipt = {
    receipt,
    repeated,
    ...(opened === undefined
      ? {}
      : {
          ticket: {
            state: opened.ticket.state,
            contactDue: due(opened.ticket.clocks.contact),
            rectifyDue: due(opened.ticket.clocks.rectify),
          },
        }),
  };
  return { status: repeated ? 200 : 201, body };
};
