import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';

import type { EntryNotice } from '../../domain/notice/notice.ts';
import type { Entry, EntryStore } from '../../port/rating/entry-store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, toNextPut } from '../items.ts';
import { noticePlace } from '../notice/keys.ts';
import { fromItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { toNewItemPut } from '../ticket/write.ts';
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

/** The entry first: a refused transaction answers with what stands in its place. */
const writeAll = (table: Table, put: TransactWriteItem, notices: readonly EntryNotice[]) => {
  const told = notices.map((notice) => toNewItemPut(table, noticePlace(notice), notice));
  const write = new TransactWriteItemsCommand({ TransactItems: [put, ...told] });
  return tryWrite(() => table.client.send(write));
};

export const entryStore = (table: Table): EntryStore => ({
  async add(entry, notices) {
    const result = await writeAll(table, toNewItemPut(table, entryPlace(entry), entry), notices);
    return result.ok
      ? { ok: true }
      : { ok: false, existing: fromItem(storedEntry, result.existing) };
  },

  find: (id) => getItem(table, storedEntry, entryKey(id)),

  async save(next, notices = []) {
    const put = toNextPut(table, entryPlace(next), next);
    return (await writeAll(table, put, notices)).ok ? 'saved' : 'conflict';
  },

  awaitingIn: (area, page) =>
    itemPage(
      table,
      { listPk: awaitingEntriesOf(area), kind: storedEntry, placeOf: entryPlace },
      page,
    ),
});
