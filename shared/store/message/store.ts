import type { CountedMessage, MessageStore } from '../../port/message/store.ts';
import { retry } from '../../retry.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext } from '../items.ts';
import type { Table } from '../table.ts';
import { callsIn, choicePlace, dayPlace, messageKey, messagePlace } from './keys.ts';
import { storedChoice, storedMessage, storedMessageDay } from './schema.ts';

/** One person's messages of a day are few, so races are rare. */
const races = {
  tries: 10,
  exhausted: () => new Error('the messages of a day were changed during every attempt'),
};

const countOnce = async (
  table: Table,
  counted: CountedMessage,
): Promise<'counted' | 'full' | undefined> => {
  const place = dayPlace(counted);
  const { ids, version } = (await getItem(table, storedMessageDay, place.key)) ?? {
    ids: [],
    version: 0,
  };
  if (ids.includes(counted.messageId)) return 'counted';
  if (ids.length >= counted.most) return 'full';
  const next = { ids: [...ids, counted.messageId], version: version + 1 };
  return (await putNext(table, place, next)) === 'saved' ? 'counted' : undefined;
};

export const messageStore = (table: Table): MessageStore => ({
  find: (id) => getItem(table, storedMessage, messageKey(id)),
  save: (next) => putNext(table, messagePlace(next), next),
  countOfDay: (counted) => retry(() => countOnce(table, counted), races),
  choiceOf: (recipient) => getItem(table, storedChoice, choicePlace({ recipient }).key),
  choose: (next) => putNext(table, choicePlace(next), next),
  toCall: (area, page) =>
    itemPage(table, { listPk: callsIn(area), kind: storedMessage, placeOf: messagePlace }, page),
});
