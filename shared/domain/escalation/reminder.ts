/** What falls due on a ticket beside the ladder: lateness, a slow review, a hardship's date. */
import { isOverdue } from '../ticket/tally.ts';
import type { Rules, Ticket, TicketState } from '../ticket/ticket.ts';
import { atCivil } from '../time/instant.ts';
import { runOutMoment } from './trigger-moment.ts';
import type { TriggerMoment } from './trigger-moment.ts';

const inReview: ReadonlySet<TicketState> = new Set([
  'dismissal_review',
  'hardship_review',
  'closure_review',
]);

/** The review clock ran out; announced once for each review. */
export const reviewReminder = ({ state, clocks, reviewRemindedAt }: Ticket): TriggerMoment =>
  inReview.has(state) && clocks.review && reviewRemindedAt === undefined
    ? runOutMoment(clocks.review)
    : undefined;

/** The day of a hardship's review begins; announced once for each date. */
export const hardshipReminder = (
  { state, hardship }: Ticket,
  { timetable }: Rules,
): TriggerMoment =>
  state === 'hardship' && hardship && hardship.remindedAt === undefined
    ? { ok: true, at: atCivil(hardship.reviewOn, timetable.office.dayStart) }
    : undefined;

/**
 * 逾期未回访: the contact clock ran out, once in each round. A rung may have been pulled along before,
 * so figures could not tell it from those.
 */
export const contactOverrun = (ticket: Ticket): TriggerMoment =>
  isOverdue(ticket, 'contact') ? undefined : runOutMoment(ticket.clocks.contact);

/**
 * 未按期: the rectify clock ran out, which counts for good. Not the same as the red rung, which
 * may have been pulled along long before. Noted once in each round. A clock that was met while it
 * waited for its calendar may turn out to have been late.
 */
export const overrunMoment = (ticket: Ticket): TriggerMoment => {
  if (isOverdue(ticket, 'rectify')) return undefined;
  const { rectify } = ticket.clocks;
  if (rectify.state !== 'met') return runOutMoment(rectify);
  return rectify.late ? { ok: true, at: rectify.at } : undefined;
};
