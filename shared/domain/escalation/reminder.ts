/**
 * What falls due on a ticket besides the ladder: an overdue duty, a slow review, a hardship's
 * review date.
 */
import { isInReview } from '../ticket/phase.ts';
import { isOverdue } from '../ticket/tally.ts';
import type { Rules, Ticket } from '../ticket/ticket.ts';
import { atCivil } from '../time/instant.ts';
import { runOutMoment } from './trigger-moment.ts';
import type { TriggerMoment } from './trigger-moment.ts';

/**
 * Due when the review clock has run out; announced once for each review, under a policy without a
 * ladder for what waits.
 */
export const reviewReminder = (ticket: Ticket, { policy }: Rules): TriggerMoment => {
  const { clocks, reviewRemindedAt } = ticket;
  if (policy.waiting !== undefined) return undefined;
  return isInReview(ticket) && clocks.review && reviewRemindedAt === undefined
    ? runOutMoment(clocks.review)
    : undefined;
};

/** Due when the day of a hardship's review begins; announced once for each date. */
export const hardshipReminder = (
  { state, hardship }: Ticket,
  { timetable }: Rules,
): TriggerMoment =>
  state === 'hardship' && hardship && hardship.remindedAt === undefined
    ? { ok: true, at: atCivil(hardship.reviewOn, timetable.office.dayStart) }
    : undefined;

/**
 * 逾期未回访: due when the contact clock has run out, once in each round. A rung may have been
 * pulled earlier, so the figures cannot derive this from the rungs.
 */
export const contactOverrun = (ticket: Ticket): TriggerMoment =>
  isOverdue(ticket, 'contact') ? undefined : runOutMoment(ticket.clocks.contact);

/**
 * 未按期: due when the rectify clock has run out, which counts permanently. Not the same as the red
 * rung, which may have been pulled long before. Recorded once in each round. A clock that was met
 * while it waited for its calendar may turn out to have been late.
 */
export const overrunMoment = (ticket: Ticket): TriggerMoment => {
  if (isOverdue(ticket, 'rectify')) return undefined;
  const { rectify } = ticket.clocks;
  if (rectify.state !== 'met') return runOutMoment(rectify);
  return rectify.late ? { ok: true, at: rectify.at } : undefined;
};
