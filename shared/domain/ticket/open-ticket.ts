import { ratingDigest } from '../rating/rating-digest.ts';
import { isBad } from '../rating/rating.ts';
import type { Rating } from '../rating/rating.ts';
import { startClock } from '../time/clock.ts';
import type { EventOf } from './event/event.ts';
import { createTicket } from './event/evolve.ts';
import { linkStep } from './step/step.ts';
import type { Linked } from './step/step.ts';
import { ticketIdOf } from './ticket.ts';
import type { Rules, Ticket } from './ticket.ts';
import { commitOf } from './upkeep.ts';

export interface OpenedTicket {
  readonly ticket: Ticket;
  readonly first: Linked<EventOf<'opened'>>;
}

/**
 * Returns the ticket that a rating opens; repeated calls return the same ticket. Undefined for a
 * good rating, and for a default rating, because there is no resident who could be answered.
 */
export const openTicket = (rating: Rating, rules: Rules): OpenedTicket | undefined => {
  if (rating.origin === 'default' || !isBad(rating.level, rules.policy)) return undefined;
  const opened = openedBy(rating, rules);
  const event = { ...opened, commit: commitOf(createTicket(opened), 1, rules) };
  return {
    ticket: { ...createTicket(event), staffId: rating.staffId },
    first: linkStep(undefined, event, rules.digest),
  };
};

const openedBy = (rating: Rating, { policy, timetable, digest }: Rules): EventOf<'opened'> => ({
  ticketId: ticketIdOf(rating),
  at: rating.receivedAt,
  by: { role: 'resident' },
  round: 1,
  type: 'opened',
  facts: {
    projectNo: rating.projectNo,
    serviceNumber: rating.serviceNumber,
    generation: rating.generation,
    level: rating.level,
    tags: rating.tags,
    channel: rating.channel,
    contactConsent: rating.contactConsent,
    creditCode: rating.creditCode,
    area: rating.area,
    matterCode: rating.matterCode,
    hall: rating.hall,
    window: rating.window,
    policyVersion: policy.version,
    clocks: {
      contact: startClock(timetable, rating.receivedAt, policy.clocks.contact),
      rectify: startClock(timetable, rating.receivedAt, policy.clocks.rectify),
    },
    rating: ratingDigest(rating, digest),
  },
});
