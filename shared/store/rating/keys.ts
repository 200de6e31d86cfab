import { countingArea } from '../../domain/area/area.ts';
import type { Invited } from '../../domain/rating/invited.ts';
import type { PeriodKeyUse } from '../../domain/rating/proof/period-key.ts';
import { civilDateOf } from '../../domain/time/instant.ts';
import type { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { ItemKey } from '../keys.ts';
import type { Placement } from '../table.ts';
import { storedInvitation } from './schema.ts';

/** Keys of invitations, entries and keys of periods; the overview of all items is in `keys.ts`. */

export const invitedOn = (area: string, day: CivilDate): string =>
  `INVITED#${countingArea(area)}#${day}`;

export const invitationPlace = (invited: Invited): Placement<Invited> => ({
  key: {
    pk: `CASE#${invited.projectNo}`,
    sk: `INVITED#${String(invited.serviceNumber).padStart(2, '0')}`,
  },
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

export const entryKey = (id: string): ItemKey => ({ pk: `ENTRY#${id}`, sk: 'ENTRY' });

export const awaitingEntriesOf = (area: string): string => `ENTRIES#${countingArea(area)}#awaiting`;

export const entryList = (entry: { id: string; area: string; enteredAt: Instant }) => ({
  listPk: awaitingEntriesOf(entry.area),
  listSk: `${entry.enteredAt}#${entry.id}`,
});
