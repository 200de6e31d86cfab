import type { RatingReceipt } from '../../events/rating/rating.ts';
import { runningDue } from '../../shared/domain/ticket/clocks.ts';
import type { Clock } from '../../shared/domain/time/deadline.ts';
import { offsetOrNull } from '../../shared/domain/time/instant.ts';
import type { Answer } from '../../shared/http/edge.ts';
import type { Received } from './receive-rating.ts';

/** `null` for a deadline that waited for its calendar when the ticket was opened. */
const dueThen = (clock: Clock): string | null => offsetOrNull(runningDue(clock));

/**
 * Answers 201 for a first rating and 200 for a repeat; both describe the ticket as it was opened.
 */
export const receiptAnswer = ({ repeated, receipt, opened }: Received): Answer => {
  const body: RatingReceipt = {
    receipt,
    repeated,
    ...(opened === undefined
      ? {}
      : {
          ticket: {
            state: 'open',
            contactDue: dueThen(opened.facts.clocks.contact),
            rectifyDue: dueThen(opened.facts.clocks.rectify),
          },
        }),
  };
  return { status: repeated ? 200 : 201, body };
};
