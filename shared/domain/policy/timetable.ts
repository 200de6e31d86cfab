import type { Timetable } from '../time/deadline.ts';
import type { Calendar } from '../time/working-days.ts';
import type { Policy } from './policy.ts';

/** Policies from before the choice say nothing of it. */
export const receiptDayOf = ({ receiptDay }: Pick<Policy, 'receiptDay'>): Timetable['receiptDay'] =>
  receiptDay ?? 'working_day';

/** Returns what the deadlines of a policy are computed with. */
export const timetableUnder = (
  policy: Pick<Policy, 'office' | 'receiptDay'>,
  calendar: Calendar,
): Timetable => ({ calendar, office: policy.office, receiptDay: receiptDayOf(policy) });
