import { countingArea } from '../../domain/area/area.ts';
import type { Invited } from '../../domain/rating/invited.ts';
import type { PeriodKeyUse } from '../../domain/rating/proof/period-key.ts';
import { civilDateOf } from '../../domain/time/instant.ts';
import type { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { AttemptedContact } from '../../port/rating/attempt-store.ts';
import { padNumber } from '../keys.ts';
import type { ItemKey } from '../keys.ts';
import type { Placement } from '../table.ts';
import { storedInvitation } from './schema.ts';

/** Keys of invitations, attempts, contests, entries and keys of periods; the overview is in `keys.ts`. */

export const invitedOn = (area: string, day: CivilDate): string =>
  `INVITED#${countingArea(area)}#${day}`;

export const invitationKey = (contact: { projectNo: string; serviceNumber: number }): ItemKey => ({
  pk: `CASE#${contact.projectNo}`,
  sk: `INVITED#${String(contact.serviceNumber).padStart(2, '0')}`,
});

export const invitationPlace = (invited: Invited): Placement<Invited> => ({
  key: invitationKey(invited),
  kind: storedInvitation,
  list: {
    listPk: invitedOn(invited.area, civilDateOf(invited.at)),
    listSk: [invited.creditCode, invited.at, invited.projectNo, invited.serviceNumber].join('#'),
  },
});

/** `period`: a month or a day. */
export const periodKeyKey = (use: PeriodKeyUse, period: string): ItemKey => ({
  pk: `PERIODKEY#${use}`,
  sk: period,
});

const attemptsOf = (contact: AttemptedContact): string =>
  `ATTEMPTS#${contact.projectNo}#${padNumber(contact.serviceNumber, 2)}`;

export const attemptPart = (contact: AttemptedContact) => ({ pk: attemptsOf(contact) });

/** The place that every issuer has, so that nobody can take it away from the resident. */
export const reservedKey = (attempt: AttemptedContact & { issuer: string }): ItemKey => ({
  pk: attemptsOf(attempt),
  sk: `ISSUER#${attempt.issuer}`,
});

export const furtherKey = (attempt: AttemptedContact, place: number): ItemKey => ({
  pk: attemptsOf(attempt),
  sk: `PLACE#${padNumber(place, 2)}`,
});

/** `mark` is one for each sender, so that a place is taken by nobody else. */
export const besideKey = (attempt: AttemptedContact & { mark: string }): ItemKey => ({
  pk: attemptsOf(attempt),
  sk: `CONTEST#${attempt.mark}`,
});

const contestsOf = (contact: AttemptedContact): string =>
  `CONTEST#${contact.projectNo}#${padNumber(contact.serviceNumber, 2)}`;

export const contestPart = (contact: AttemptedContact) => ({ pk: contestsOf(contact) });

export const contestKey = (contest: AttemptedContact & { number: number }): ItemKey => ({
  pk: contestsOf(contest),
  sk: `CONTEST#${contest.number}`,
});

export const contestsIn = (area: string, state: 'open' | 'ended'): string =>
  `CONTESTS#${countingArea(area)}#${state}`;

/** `hour` counts from the beginning of 1970. */
export const triesKey = (of: string, hour: number): ItemKey => ({
  pk: `TRIES#${of}`,
  sk: `HOUR#${hour}`,
});

export const entryKey = (id: string): ItemKey => ({ pk: `ENTRY#${id}`, sk: 'ENTRY' });

export const awaitingEntriesOf = (area: string): string => `ENTRIES#${countingArea(area)}#awaiting`;

/** Entries of a case that are a rating now, or were rejected. */
export const decidedEntriesOf = (projectNo: string): string => `ENTRIES#CASE#${projectNo}`;

export const entryList = (entry: { id: string; area: string; enteredAt: Instant }) => ({
  listPk: awaitingEntriesOf(entry.area),
  listSk: `${entry.enteredAt}#${entry.id}`,
});
