import type { Entry, EntryStore } from '../../port/rating/entry-store.ts';
import { itemPage } from '../item-page.ts';
import { putNew, putNext, getItem } from '../items.ts';
import type { Placement, Table } from '../table.ts';
import { awaitingEntriesOf, decidedEntriesOf, entryKey, entryList } from './keys.ts';
import { storedEntry } from './schema.ts';

/** An entry is on the list of its area until it is a rating or is rejected, then on that of its case. */
const isOpen = ({ state }: Entry): boolean => state === 'awaiting' || state === 'agreed';

const entryPlace = (entry: Entry): Placement<Entry> => ({
  key: entryKey(entry.id),
  kind: storedEntry,
  list: isOpen(entry)
    ? entryList(entry)
    : { listPk: decidedEntriesOf(entry.projectNo), listSk: entry.id },
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
