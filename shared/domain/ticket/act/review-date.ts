/** 复核日期 of a ticket on hardship: after today, and within what the policy or the city allows. */
import { isWholeCity } from '../../access/staff-role.ts';
import { defaultHardship, longestHardship } from '../../policy/limits.ts';
import { civilDateOf } from '../../time/instant.ts';
import type { CivilDate, Instant } from '../../time/instant.ts';
import { isFurtherThan } from '../../time/working-days.ts';
import type { Acting } from '../command.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { ActContext } from './act.ts';

const isPast = (reviewOn: CivilDate, at: Instant): boolean => reviewOn <= civilDateOf(at);

const isFurther = (reviewOn: CivilDate, most: number, { at, rules }: ActContext): boolean =>
  isFurtherThan(rules.timetable.calendar, { from: civilDateOf(at), to: reviewOn }, most);

const isOfCity = (by: Acting): boolean =>
  by.role === 'staff' && by.roles.includes('supervisor') && isWholeCity(by.area);

/** Returns why nobody may grant the date. A department may ask for what only the city grants. */
export const reviewDateRefusal = (
  reviewOn: CivilDate,
  context: ActContext,
): TicketRefusal | undefined => {
  if (isPast(reviewOn, context.at)) return 'review_date_past';
  return isFurther(reviewOn, longestHardship, context) ? 'review_date_too_far' : undefined;
};

/** Returns why this person may not grant the date, or move it there. */
export const grantedDateRefusal = (
  reviewOn: CivilDate,
  context: ActContext,
): TicketRefusal | undefined => {
  const refusal = reviewDateRefusal(reviewOn, context);
  if (refusal !== undefined || isOfCity(context.by)) return refusal;
  const { most } = context.rules.policy.hardship ?? defaultHardship;
  return isFurther(reviewOn, most, context) ? 'review_date_of_city' : undefined;
};
