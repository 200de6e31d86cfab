/** How a message names a term: as the page of its link does, so that neither leaves less time. */
import { addMs, civilDateOf, dayNumber, minuteOfDay, monthNumber } from '../time/instant.ts';
import type { CivilDate, Instant } from '../time/instant.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** E.g. 12月20日. */
export const dayWords = (date: CivilDate): string => `${monthNumber(date)}月${dayNumber(date)}日`;

/** E.g. 12月1日17:30: a duty is due at an hour. */
export const dueWords = (due: Instant): string => {
  const minute = minuteOfDay(due);
  const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
  return `${dayWords(civilDateOf(due))}${time}`;
};

/** E.g. 12月5日（含当日）: the end of a window is midnight, and its last day is within it. */
export const lastDayWords = (end: Instant): string =>
  `${dayWords(civilDateOf(addMs(end, -1)))}（含当日）`;
