import { parseInstant, withOffset } from './instant.ts';
import type { Instant } from './instant.ts';

/** The time formats of the center; both are Shanghai local time, to the second. */
export type TimeForm = 'yyyy-MM-dd HH:mm:ss' | 'yyyyMMddHHmmss';

const writers: Readonly<Record<TimeForm, (day: string, time: string) => string>> = {
  'yyyy-MM-dd HH:mm:ss': (day, time) => `${day} ${time}`,
  yyyyMMddHHmmss: (day, time) => `${day.replaceAll('-', '')}${time.replaceAll(':', '')}`,
};

/** Formats a moment. Digits finer than a second are cut off. */
export const wireTime = (form: TimeForm, at: Instant): string => {
  const wall = withOffset(at);
  return writers[form](wall.slice(0, 10), wall.slice(11, 19));
};

const readers: Readonly<Record<TimeForm, RegExp>> = {
  'yyyy-MM-dd HH:mm:ss': /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/,
  yyyyMMddHHmmss: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/,
};

/** Parses a moment. Returns undefined for any other format and for a moment that does not exist. */
export const instantOfWire = (form: TimeForm, text: string): Instant | undefined => {
  const found = readers[form].exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
};
