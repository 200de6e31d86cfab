import type { Rules } from '../ticket/ticket.ts';
import { addMs, dayMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { workingTimeBetween } from '../time/working-time.ts';

export interface Lead {
  /** Working days between the reminder and the end. */
  readonly workingDays: number;
  /** How early the reminder is when the calendar is not known, or has hardly any working day. */
  readonly days: number;
}

/** Returns the latest moment, in whole days before the end, that leaves so many working days. */
export const reminderMoment = (
  { timetable }: Pick<Rules, 'timetable'>,
  end: Instant,
  { workingDays, days: early }: Lead,
): Instant => {
  const { dayStart, dayEnd } = timetable.office;
  const needed = workingDays * (dayEnd - dayStart) * 60_000;
  for (let days = workingDays; days < 14; days += 1) {
    const moment = addMs(end, -days * dayMs);
    const left = workingTimeBetween(timetable, moment, end);
    if (left.ok && left.ms >= needed) return moment;
  }
  return addMs(end, -early * dayMs);
};
