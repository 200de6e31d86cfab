import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';

import type { Rating } from '../../domain/rating/rating.ts';
import type { Opening } from '../../domain/ticket/opening.ts';
import { chainedFrom } from '../../domain/ticket/step/chain.ts';
import type { RatingStore, Recorded } from '../../port/rating/store.ts';
import { storedCase } from '../case/schema.ts';
import { tryWrite } from '../contention.ts';
import { getItem, ofKind, partItems, putNew } from '../items.ts';
import { caseKey, defaultRatingKey, ratedList, ratingKey } from '../keys.ts';
import { noticePlace } from '../notice/keys.ts';
import { fromItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { stepPlace, ticketPlace } from '../ticket/place.ts';
import { toNewItemPut, writeChange } from '../ticket/write.ts';
import { storedRating } from './schema.ts';

export const ratingPlace = (rating: Rating): Placement<Rating> => ({
  key: rating.origin === 'default' ? defaultRatingKey(rating) : ratingKey(rating),
  kind: storedRating,
  list: ratedList(rating),
});

/** Returns the writes of a new rating and of the ticket that it opens. */
export const openingPuts = (
  table: Table,
  rating: Rating,
  opening: Opening | undefined,
): TransactWriteItem[] => {
  const put = toNewItemPut(table, ratingPlace(rating), rating);
  if (opening === undefined) return [put];
  const { ticket, first, notices } = opening;
  return [
    put,
    toNewItemPut(table, ticketPlace(ticket), chainedFrom(ticket, first)),
    toNewItemPut(table, stepPlace(first), first),
    ...notices.map((notice) => toNewItemPut(table, noticePlace(notice), notice)),
  ];
};

const recordAll = async (table: Table, rating: Rating, opening: Opening): Promise<Recorded> => {
  const write = new TransactWriteItemsCommand({
    TransactItems: openingPuts(table, rating, opening),
  });
  // The rating's condition fails first, because everything else was written together with it.
  const result = await tryWrite(() => table.client.send(write));
  return result.ok
    ? { ok: true }
    : { ok: false, existing: fromItem(storedRating, result.existing) };
};

export const ratingStore = (table: Table): RatingStore => ({
  record: (rating, opening) =>
    opening === undefined
      ? putNew(table, ratingPlace(rating), rating)
      : recordAll(table, rating, opening),

  follow: (rating, change) =>
    writeChange(table, change, [toNewItemPut(table, ratingPlace(rating), rating)]),

  find: (key) => getItem(table, storedRating, ratingKey(key)),

  async ofCase(projectNo) {
    const items = await partItems(table, { pk: caseKey(projectNo).pk });
    const [known] = ofKind(items, storedCase);
    if (known === undefined) return undefined;
    const ratings = ofKind(items, storedRating).filter(({ origin }) => origin === 'active');
    return { known, ratings };
  },
});
