import { padNumber } from '../keys.ts';
import type { ItemKey } from '../keys.ts';

/*
 * Keys of calendars (the overview of all items is in keys.ts). All years share one partition key,
 * because a reader wants all of them and they never grow large.
 */

export const calendarPk = 'CALENDAR';

/** The prefix of the sort key of the newest content of every year. */
export const yearPrefix = 'YEAR#';
export const recountPrefix = 'RECOUNT#';

export const yearKey = (year: number): ItemKey => ({ pk: calendarPk, sk: `${yearPrefix}${year}` });

/** The prefix of the sort key of every content that a year ever had. */
export const historyPrefix = (year: number): string => `HISTORY#${year}#`;

export const historyKey = (year: number, version: number): ItemKey => ({
  pk: calendarPk,
  sk: `${historyPrefix(year)}${padNumber(version, 5)}`,
});

export const recountKey = (year: number, yearVersion: number): ItemKey => ({
  pk: calendarPk,
  sk: `${recountPrefix}${year}#${padNumber(yearVersion, 5)}`,
});
