import { instant, withOffset } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';

/** How a target writes a moment; all of them mean Shanghai's wall clock, to the second. */
export type TimeForm = 'yyyyMMddTHHmmss' | 'yyyy-MM-dd HH:mm:ss' | 'yyyyMMddHHmmss';

const writers: Readonly<Record<TimeForm, (day: string, time: string) => string>> = {
  yyyyMMddTHHmmss: (day, time) => `${day.replaceAll('-', '')}T${time.replaceAll(':', '')}`,
  'yyyy-MM-dd HH:mm:ss': (day, time) => `${day} ${time}`,
  yyyyMMddHHmmss: (day, time) => `${day.replaceAll('-', '')}${time.replaceAll(':', '')}`,
};

/** Digits finer than a second are cut off. */
export const wireTime = (form: TimeForm, at: Instant): string => {
  const wall = withOffset(at);
  return writers[form](wall.slice(0, 10), wall.slice(11, 19));
};

const compact = /^(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})$/;
const spaced = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

const readers: Readonly<Record<TimeForm, RegExp>> = {
  // GB/T 39046 table 2 leaves the T out, tables 5 to 10 have it: both are read.
  yyyyMMddTHHmmss: compact,
  'yyyy-MM-dd HH:mm:ss': spaced,
  yyyyMMddHHmmss: compact,
};

/** Undefined for any other form and for a moment that does not exist. */
export const instantOfWire = (form: TimeForm, text: string): Instant | undefined => {
  const [, year, month, day, hour, minute, second] = readers[form].exec(text) ?? [];
  return year === undefined
    ? undefined
    : instant(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
};
