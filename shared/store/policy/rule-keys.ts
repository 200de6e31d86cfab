import type { ItemKey } from '../keys.ts';

/*
 * Keys of the rules (the overview of all items is in keys.ts). All years share one partition key
 * and all policies another, because a reader wants the whole of either and neither ever grows
 * large.
 */

/** Pads a number so that text order is numeric order. */
const padNumber = (n: number): string => String(n).padStart(5, '0');

export const calendarPk = 'CALENDAR';

/** The prefix of the sort key of the newest content of every year. */
export const yearPrefix = 'YEAR#';
export const recountPrefix = 'RECOUNT#';

export const yearKey = (year: number): ItemKey => ({ pk: calendarPk, sk: `${yearPrefix}${year}` });

/** The prefix of the sort key of every content that a year ever had. */
export const historyPrefix = (year: number): string => `HISTORY#${year}#`;

export const historyKey = (year: number, version: number): ItemKey => ({
  pk: calendarPk,
  sk: `${historyPrefix(year)}${padNumber(version)}`,
});

export const recountKey = (year: number, yearVersion: number): ItemKey => ({
  pk: calendarPk,
  sk: `${recountPrefix}${year}#${padNumber(yearVersion)}`,
});

export const policyPk = 'POLICY';
export const proposedPrefix = 'VERSION#';
export const activationPrefix = 'ACTIVATION#';

export const policyKey = (version: number): ItemKey => ({
  pk: policyPk,
  sk: `${proposedPrefix}${padNumber(version)}`,
});

/** A copy of the latest activation, readable without its number. */
export const activePolicyKey: ItemKey = { pk: policyPk, sk: 'ACTIVE' };

export const activationKey = (number: number): ItemKey => ({
  pk: policyPk,
  sk: `${activationPrefix}${padNumber(number)}`,
});
