/**
 * 代为登记的复核: an entry that no second person compares with its record is told to the supervisors of its
 * area when that is overdue, and then to the city. Both notices are written with the entry and wait
 * for their moment, where those of one that was decided on are silenced.
 */
import { countingArea } from '../area/area.ts';
import type { Instant } from '../time/instant.ts';
import { cityOf, sendingMoment } from './notice.ts';
import type { Box, EntryNotice } from './notice.ts';
import { overdueMoments } from './overdue-moments.ts';
import type { Timing } from './overdue-moments.ts';

interface Entered {
  readonly id: string;
  readonly area: string;
  readonly enteredAt: Instant;
  /** A record that was entered again after a rejection is the same entry in another version. */
  readonly version: number;
}

type EntryVersion = Pick<Entered, 'id' | 'version'>;

const idStart = ({ id, version }: EntryVersion): string => `${id}.${version}.`;

/** Whether a notice is about this version of its entry, not about what was entered before it. */
export const isOfVersion = (notice: EntryNotice, entry: EntryVersion): boolean =>
  notice.id.startsWith(idStart(entry));

/** Returns the notices of a new entry, for the transaction that stores it. */
export const entryNotices = (entry: Entered, rules: Timing): readonly EntryNotice[] => {
  const { id: entryId, area, enteredAt } = entry;
  const { first, city } = overdueMoments(enteredAt, rules);
  const told: readonly (readonly [Box, Instant])[] = [
    [{ kind: 'supervisor', of: countingArea(area) }, first],
    [{ kind: 'city', of: cityOf(area) }, city],
  ];
  return told.map(([box, at]) => ({
    id: `${idStart(entry)}entry_overdue.${box.kind}`,
    type: 'entry_overdue',
    box,
    entryId,
    area,
    at,
    sendAt: sendingMoment(rules, at),
    state: 'waiting',
    version: 1,
  }));
};
