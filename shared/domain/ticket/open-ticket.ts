import { isBad } from '../rating/rating.ts';
import type { Rating } from '../rating/rating.ts';
import { startClock } from '../time/clock.ts';
import type { Clock } from '../time/deadline.ts';
import { linkStep } from './step/step.ts';
import type { Step } from './step/step.ts';
import { ticketIdOf } from './ticket.ts';
import type { Rules, Ticket } from './ticket.ts';
import { scheduleTicket } from './upkeep.ts';

export interface OpenedTicket {
  readonly ticket: Ticket;
  readonly first: Step;
}

/**
 * Returns the ticket that a rating opens; repeated calls return the same ticket. Undefined for a
 * good rating, and for a default rating, because there is no resident who could be answered.
 */
export const openTicket = (rating: Rating, rules: Rules): OpenedTicket | undefined => {
  if (rating.origin === 'default' || !isBad(rating.level, rules.policy)) return undefined;
  const ticket = scheduleTicket(createTicket(rating, rules), rules);
  const draft = {
    ticketId: ticket.id,
    at: ticket.openedAt,
    by: { role: 'resident' } as const,
    type: 'opened',
    facts: {
      level: rating.level,
      tags: rating.tags.join(','),
      channel: rating.channel,
      policyVersion: ticket.policyVersion,
      contactDue: dueText(ticket.clocks.contact),
      rectifyDue: dueText(ticket.clocks.rectify),
    },
  };
  return { ticket, first: linkStep(undefined, draft, rules.digest) };
};

/** The notice on opening is rung 0, so it has fired when the ticket is created. */
const createTicket = (rating: Rating, { policy, timetable }: Rules): Ticket => ({
  id: ticketIdOf(rating),
  state: 'open',
  projectNo: rating.projectNo,
  serviceNumber: rating.serviceNumber,
  level: rating.level,
  tags: rating.tags,
  channel: rating.channel,
  contactConsent: rating.contactConsent,
  creditCode: rating.creditCode,
  area: rating.area,
  matterCode: rating.matterCode,
  hall: rating.hall,
  window: rating.window,
  staffId: rating.staffId,
  round: 1,
  rung: 0,
  fired: [{ rung: 'notify', at: rating.receivedAt, round: 1 }],
  openedAt: rating.receivedAt,
  policyVersion: policy.version,
  clocks: {
    contact: startClock(timetable, rating.receivedAt, policy.clocks.contact),
    rectify: startClock(timetable, rating.receivedAt, policy.clocks.rectify),
  },
  late: false,
  contacts: [],
  claimed: [],
  returns: 0,
  urges: 0,
  version: 1,
});

const dueText = (clock: Clock): string =>
  clock.state === 'running' ? clock.dueAt : `pending_calendar`;
