import type { EpochMs } from '../../clock.ts';
import { dayNumber, dayOf } from './civil-time.ts';
import type { CivilDay, Zone } from './civil-time.ts';
import { readDayFields } from './cron-day.ts';
import type { DayTest } from './cron-day.ts';
import { HOUR, MINUTE, MONTH, YEAR, readField } from './cron-field.ts';
import type { Timetable } from './timetable.ts';

interface CronPlan {
  readonly fires: DayTest;
  readonly lastYear: number;
  /** Minutes of the day, ascending. */
  readonly minutes: readonly number[];
}

/** More than any clock change of any zone: later minutes of the day cannot have passed yet. */
const FARTHEST_SHIFT_MINUTES = 180;

const readPlan = (fields: readonly string[]): CronPlan => {
  if (fields.length !== 6) throw new RangeError('cron takes six fields');
  const [minute = '', hour = '', ofMonth = '', month = '', ofWeek = '', year = ''] = fields;
  const hours = readField(hour, HOUR);
  const minutesOfHour = readField(minute, MINUTE);
  const months = new Set(readField(month, MONTH));
  const years = readField(year, YEAR);
  const yearSet = new Set(years);
  const dayMatches = readDayFields(ofMonth, ofWeek);
  return {
    fires: (day) => yearSet.has(day.year) && months.has(day.month) && dayMatches(day),
    lastYear: years.at(-1) ?? YEAR.least,
    minutes: hours.flatMap((at) => minutesOfHour.map((past) => at * 60 + past)),
  };
};

const endOfYear = (year: number): CivilDay => ({ year, month: 12, day: 31 });

/** Returns the times on one day, ascending, without those that the wall clock skips. */
const timesOn = (day: CivilDay, minutes: readonly number[], zone: Zone): readonly EpochMs[] =>
  minutes.flatMap((minute) => zone.instant(day, minute) ?? []);

const firstOn = (
  day: CivilDay,
  minutes: readonly number[],
  { zone, after }: { readonly zone: Zone; readonly after: EpochMs },
): EpochMs | undefined => {
  for (const minute of minutes) {
    const at = zone.instant(day, minute);
    if (at !== undefined && at > after) return at;
  }
  return undefined;
};

/**
 * Parses the fields of `cron(minutes hours day-of-month month day-of-week year)` on the wall clock
 * of a zone. A minute that a clock change skips does not fire, one that it repeats fires once, as
 * EventBridge Scheduler documents. Throws `RangeError` whose message does not include the
 * expression.
 */
export const parseCron = (fields: readonly string[], zone: Zone): Timetable => {
  const { fires, lastYear, minutes } = readPlan(fields);
  const next = (after: EpochMs) => {
    const start = zone.civil(after);
    const first = dayNumber(start);
    for (let number = first; number <= dayNumber(endOfYear(lastYear)); number += 1) {
      const day = dayOf(number);
      const earliest = number === first ? start.minute : 0;
      const left = fires(day) ? minutes.filter((minute) => minute >= earliest) : [];
      const time = firstOn(day, left, { zone, after });
      if (time !== undefined) return time;
    }
    return undefined;
  };
  const latest = (after: EpochMs, until: EpochMs, limit: number) => {
    const end = zone.civil(until);
    const found: EpochMs[] = [];
    for (let number = dayNumber(end); number >= dayNumber(zone.civil(after)); number -= 1) {
      const day = dayOf(number);
      const last = number === dayNumber(end) ? end.minute + FARTHEST_SHIFT_MINUTES : 1440;
      const left = fires(day) ? minutes.filter((minute) => minute <= last) : [];
      const times = timesOn(day, left, zone).filter((at) => at > after && at <= until);
      found.unshift(...times);
      if (found.length >= limit) break;
    }
    return found.slice(-limit);
  };
  return {
    everyRunCounts: true,
    next,
    latest,
  };
};
