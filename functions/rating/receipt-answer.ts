import type { RatingOutcome, RatingReceipt } from '../../events/rating/rating.ts';
import { runningDue } from '../../shared/domain/ticket/clocks.ts';
import type { Clock } from '../../shared/domain/time/deadline.ts';
import { offsetOrNull } from '../../shared/domain/time/instant.ts';
import type { Answer } from '../../shared/http/edge.ts';
import { receiptOf } from '../../shared/http/receipt.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { Received } from './receive-rating.ts';

/** `null` for a deadline that waited for its calendar when the ticket was opened. */
const dueThen = (clock: Clock): string | null => offsetOrNull(runningDue(clock));

/** What came of a rating, for those who are never given its receipt too. */
export const outcomeOf = ({ repeated, opened }: Received): RatingOutcome => ({
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
});

export const outcomeStatus = ({ repeated }: Received): 200 | 201 => (repeated ? 200 : 201);

/**
 * Answers the rater: 201 for a first rating and 200 for a repeat; both describe the ticket as it
 * was opened.
 */
export const receiptAnswer = async (received: Received, keys: KeyRing): Promise<Answer> => {
  const body: RatingReceipt = {
    receipt: await receiptOf(keys, received.rating),
    ...outcomeOf(received),
    ...(received.differs && { differs: true }),
  };
  return { status: outcomeStatus(received), body };
};
