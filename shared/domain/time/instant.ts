/**
 * The only place that converts between moments and civil days; nothing else uses `Date`. Civil time
 * is Asia/Shanghai, which has been +08:00 without exception since daylight saving ended on
 * 1991-09-15. The offset is therefore a constant, the time zone of the process has no effect, and
 * everything before the first whole day after that change, 1991-09-16, is out of range.
 */
import * as z from 'zod/mini';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
export const dayMs = DAY_MINUTES * MINUTE_MS;
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;

const FIRST_DATE = '1991-09-16';
const FIRST_EPOCH = Date.UTC(1991, 8, 16) - SHANGHAI_MS;
const END_EPOCH = Date.UTC(10_000, 0, 1) - SHANGHAI_MS;

const CIVIL_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT_FORM =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$/;

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Returns whether the day exists in the Gregorian calendar, in any year from 100 on. */
export const isRealDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  // A month that overflows changes the year; a day, itself.
  return date.getUTCFullYear() === year && date.getUTCDate() === day;
};

const isCivilDate = (text: string): boolean => {
  const parts = CIVIL_FORM.exec(text);
  if (parts === null) return false;
  const [, year, month, day] = parts;
  return text >= FIRST_DATE && isRealDay(Number(year), Number(month), Number(day));
};

/** A day in Shanghai, `YYYY-MM-DD`, from 1991-09-16 on; sorts as text. */
export const CivilDate = z
  .string()
  .check(z.refine(isCivilDate, 'not a civil date'))
  .brand<'CivilDate'>();
export type CivilDate = z.output<typeof CivilDate>;

const STORED_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A moment in UTC with milliseconds, `2026-11-22T09:00:00.000Z`; sorts as text. */
export const Instant = z.string().check(z.regex(STORED_FORM)).brand<'Instant'>();
export type Instant = z.output<typeof Instant>;

const inRange = (ms: number): boolean => ms >= FIRST_EPOCH && ms < END_EPOCH;

/** `Z` has neither hours nor minutes, and so none. */
const offsetMs = (zone: string): number => {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', ''));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE_MS;
};

const UNKNOWN_ZONE = /-00(?::?00)?$/;

/**
 * Parses ISO 8601 with an offset. Seconds may be missing, as Java leaves them out of a full minute;
 * the offset is `Z`, `+08:00`, or `+0800` or `+08`, as formatters of Java and Python write it.
 * Digits finer than a millisecond are cut off. Returns undefined for any other format, an impossible
 * day or time, an unknown zone (`-00:00`), or a moment out of range.
 */
export const parseInstant = (text: string): Instant | undefined => {
  const parts = INSTANT_FORM.exec(text);
  if (parts === null) return undefined;
  const [, year = 0, month = 0, day = 0, hour, minute, second] = parts.map((part) =>
    Number(part ?? 0),
  );
  const [fraction = '', zone] = [parts[7], String(parts[8])];
  if (!isRealDay(year, month, day) || UNKNOWN_ZONE.test(zone)) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const local = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  return instantOfEpoch(local - offsetMs(zone));
};

/** Parses a civil date; undefined unless it is a real `YYYY-MM-DD` in range. */
export const civilDate = (text: string): CivilDate | undefined =>
  isCivilDate(text) ? (text as CivilDate) : undefined;

/** Converts epoch milliseconds that came from outside; undefined out of range. */
export const instantOfEpoch = (ms: number): Instant | undefined =>
  inRange(ms) ? (new Date(ms).toISOString() as Instant) : undefined;

/**
 * Converts epoch milliseconds.
 *
 * @throws RangeError when out of range: a clock with such a value is a fault, not an input
 */
export const fromEpoch = (ms: number): Instant => {
  const at = instantOfEpoch(ms);
  if (at === undefined) throw new RangeError('moment out of range');
  return at;
};

export const toEpoch = (at: Instant): number => Date.parse(at);

/** Returns the Shanghai wall clock, formatted as if it were UTC. */
const wallClock = (at: Instant): string => new Date(toEpoch(at) + SHANGHAI_MS).toISOString();

export const civilDateOf = (at: Instant): CivilDate => wallClock(at).slice(0, 10) as CivilDate;

/** Returns the whole minutes since midnight in Shanghai, 0 to 1439. */
export const minuteOfDay = (at: Instant): number => {
  const wall = wallClock(at);
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
};

/**
 * Returns the moment at which a Shanghai clock shows `minute` (0 to 1440, where 1440 is the next
 * midnight) on that day, in epoch milliseconds, for code that counts through many days.
 *
 * @throws RangeError when the minute is outside the day
 */
export const epochAt = (date: CivilDate, minute: number): number => {
  if (!(minute >= 0 && minute <= DAY_MINUTES)) throw new RangeError('minute outside the day');
  return Date.parse(date) - SHANGHAI_MS + minute * MINUTE_MS;
};

/**
 * Returns the same moment as an Instant.
 *
 * @throws RangeError when the minute is outside the day
 */
export const atCivil = (date: CivilDate, minute: number): Instant =>
  fromEpoch(epochAt(date, minute));

/**
 * Every month has at least this many days, so up to here the next day is found by adding to the
 * number.
 */
const SURE_DAYS = 28;

/**
 * Returns the day `n` days after, or before for a negative `n`.
 *
 * @throws RangeError when out of range
 */
export const nextDate = (date: CivilDate, n = 1): CivilDate => {
  const day = dayNumber(date) + n;
  if (n > 0 && day <= SURE_DAYS) {
    return `${date.slice(0, 8)}${String(day).padStart(2, '0')}` as CivilDate;
  }
  const epoch = Date.parse(date) + n * dayMs;
  if (!inRange(epoch)) throw new RangeError('date out of range');
  return new Date(epoch).toISOString().slice(0, 10) as CivilDate;
};

/** Returns how many days after `a` the day `b` is; negative when it is before. */
export const daysBetween = (a: CivilDate, b: CivilDate): number =>
  Math.round((Date.parse(b) - Date.parse(a)) / dayMs);

export const weekdayOf = (date: CivilDate): Weekday => (new Date(date).getUTCDay() || 7) as Weekday;

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
export const monthNumber = (date: CivilDate): number => Number(date.slice(5, 7));
export const dayNumber = (date: CivilDate): number => Number(date.slice(8));

/** Returns the moment so many milliseconds later; earlier when negative. */
export const addMs = (at: Instant, ms: number): Instant => fromEpoch(toEpoch(at) + ms);

/** Of two moments, or of two days. */
export const later = <T extends Instant | CivilDate>(a: T, b: T): T => (a > b ? a : b);

/** Of two moments, or of two days. */
export const earlier = <T extends Instant | CivilDate>(a: T, b: T): T => (a < b ? a : b);

/**
 * Formats a moment for responses: Shanghai wall clock with its offset,
 * `2026-11-22T17:00:00.000+08:00`.
 */
export const withOffset = (at: Instant): string => wallClock(at).replace('Z', '+08:00');

/** As `withOffset`, for members that are null while there is no such moment. */
export const offsetOrNull = (at: Instant | undefined): string | null =>
  at === undefined ? null : withOffset(at);

/** Returns the Shanghai time of day, e.g. `17:30`. */
export const clockText = (at: Instant): string => wallClock(at).slice(11, 16);
