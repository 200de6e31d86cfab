import type { Entry, EntryStore } from '../../port/rating/entry-store.ts';
import { itemPage } from '../item-page.ts';
import { putNew, putNext, getItem } from '../items.ts';
import type { Placement, Table } from '../table.ts';
import { awaitingEntriesOf, entryKey, entryList } from './keys.ts';
import { storedEntry } from './schema.ts';

/** An entry is on the list until it is a rating or is rejected. */
const isOpen = ({ state }: Entry): boolean => state === 'awaiting' || state === 'agreed';

const entryPlace = (entry: Entry): Placement<Entry> => ({
  key: entryKey(entry.id),
  kind: storedEntry,
  list: isOpen(entry) ? entryList(entry) : undefined,
});

export const entryStore = (table: Table): EntryStore => ({
  add: (entry) => putNew(table, entryPlace(entry), entry),
  find: (id) => getItem(table, storedEntry, entryKey(id)),
  save: (next) => putNext(table, entryPlace(next), next),
  awaitingIn: (area, page) =>
    itemPage(
      table,
      { listPk: awaitingEntriesOf(area), kind: storedEntry, placeOf: entryPlace },
      page,
    ),
});
