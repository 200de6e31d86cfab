import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import { placedAt } from '../../domain/exchange/callback/kept.ts';
import type { KeptCallback, KeptState } from '../../domain/exchange/callback/kept.ts';
import type { KeptCallbackStore } from '../../port/exchange/kept-callback-store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNew, putNext, wholePart } from '../items.ts';
import type { ItemKey } from '../keys.ts';
import { noticePlace } from '../notice/keys.ts';
import type { Placement, Table } from '../table.ts';
import { toNewItemPut } from '../ticket/write.ts';
import { storedKeptCallback, storedKeptPart } from './kept-callback-schema.ts';

const keptPk = (id: string): string => `CENTERKEPT#${id}`;
const keptKey = (id: string): ItemKey => ({ pk: keptPk(id), sk: 'KEPT' });
const keptList = (state: KeptState): string => `CENTERKEPT#${state}`;

const partPrefix = 'PART#';
/** Seven digits, so that the parts sort by number. */
const partKey = (id: string, number: number): ItemKey => ({
  pk: keptPk(id),
  sk: `${partPrefix}${String(number).padStart(7, '0')}`,
});

const keptPlace = (kept: KeptCallback): Placement<KeptCallback> => ({
  key: keptKey(kept.id),
  kind: storedKeptCallback,
  list: { listPk: keptList(kept.state), listSk: `${placedAt(kept)}#${kept.id}` },
});

export const keptCallbackStore = (table: Table): KeptCallbackStore => ({
  // The parts come first, so that a callback that is found has all of them.
  async keep(kept, parts, notices) {
    for (const [number, sealed] of parts.entries()) {
      const place = { key: partKey(kept.id, number), kind: storedKeptPart };
      await putNew(table, place, { sealed });
    }
    const told = notices.map((notice) => toNewItemPut(table, noticePlace(notice), notice));
    const write = new TransactWriteItemsCommand({
      TransactItems: [toNewItemPut(table, keptPlace(kept), kept), ...told],
    });
    await tryWrite(() => table.client.send(write));
  },

  find: (id) => getItem(table, storedKeptCallback, keptKey(id)),

  async parts(id) {
    const part = { pk: keptPk(id), beginsWith: partPrefix };
    return (await wholePart(table, storedKeptPart, part)).map(({ sealed }) => sealed);
  },

  save: (next) => putNext(table, keptPlace(next), next),

  listed: (state, page) =>
    itemPage(
      table,
      { listPk: keptList(state), kind: storedKeptCallback, placeOf: keptPlace },
      page,
    ),
});
