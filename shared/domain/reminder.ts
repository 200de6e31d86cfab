/** What falls due on a ticket beside the ladder: lateness, a slow review, a hardship's date. */
import type { Rules, Ticket, TicketState } from './ticket.ts';
import { atCivil } from './time.ts';
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
 * 未按期: the rectify clock ran out, which counts for good. Not the same as the red rung, which
 * may have been pulled along long before. A clock that was met while it waited for its calendar may
 * turn out to have been late.
 */
export const overrunMoment = ({ late, clocks: { rectify } }: Ticket): TriggerMoment => {
  if (late) return undefined;
  if (rectify.state !== 'met') return runOutMoment(rectify);
  return rectify.late ? { ok: true, at: rectify.at } : undefined;
};
