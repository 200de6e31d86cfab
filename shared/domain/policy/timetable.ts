import type { Timetable } from '../time/deadline.ts';
import type { Calendar } from '../time/working-days.ts';
import type { Policy } from './policy.ts';

/** Returns what the deadlines of a policy are computed with. */
export const timetableUnder = (
  { office, receiptDay = 'working_day' }: Pick<Policy, 'office' | 'receiptDay'>,
  calendar: Calendar,
): Timetable => ({ calendar, office, receiptDay });
