import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';

import { contestIdOf } from '../../domain/rating/contest/contest.ts';
import type { Contest } from '../../domain/rating/contest/contest.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import type { ContestEffect, ContestStore } from '../../port/rating/contest-store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext, toNextPut, wholePart } from '../items.ts';
import { noticePlace } from '../notice/keys.ts';
import { fromItem, toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { toNewItemPut, writeChange } from '../ticket/write.ts';
import { storedContest } from './contest-schema.ts';
import { contestKey, contestPart, contestsIn } from './keys.ts';
import { openingPuts, ratingPlace } from './store.ts';

export const contestPlace = (contest: Contest): Placement<Contest> => {
  const { area, state, at, ruling } = contest;
  return {
    key: contestKey(contest),
    kind: storedContest,
    list: {
      listPk: contestsIn(area, state === 'open' ? 'open' : 'ended'),
      listSk: `${ruling?.at ?? at}#${contestIdOf(contest)}`,
    },
  };
};

/**
 * Returns a write of a rating that is there already. Only a contest changes one, and its own version
 * is checked in the same transaction.
 */
const toMarkedPut = (table: Table, rating: Rating): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: toItem(ratingPlace(rating), rating),
    ConditionExpression: 'attribute_exists(pk)',
  },
});

const putsOf = (table: Table, { contest, rated, second }: ContestEffect): TransactWriteItem[] => [
  toNextPut(table, contestPlace(contest), contest),
  ...rated.map((rating) => toMarkedPut(table, rating)),
  ...(second === undefined ? [] : openingPuts(table, second.rating, second.opening)),
];

export const contestStore = (table: Table): ContestStore => ({
  async open(contest, { first, notices }) {
    const write = new TransactWriteItemsCommand({
      TransactItems: [
        toNewItemPut(table, contestPlace(contest), contest),
        toMarkedPut(table, { ...first, contested: contest.state }),
        ...notices.map((notice) => toNewItemPut(table, noticePlace(notice), notice)),
      ],
    });
    const result = await tryWrite(() => table.client.send(write));
    return result.ok
      ? { ok: true }
      : { ok: false, existing: fromItem(storedContest, result.existing) };
  },

  find: (key) => getItem(table, storedContest, contestKey(key)),
  ofContact: (contact) => wholePart(table, storedContest, contestPart(contact)),
  save: (next) => putNext(table, contestPlace(next), next),

  async rule(effect) {
    const puts = putsOf(table, effect);
    if (effect.change !== undefined) return writeChange(table, effect.change, puts);
    const write = new TransactWriteItemsCommand({ TransactItems: puts });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  listed: ({ area, state }, page) =>
    itemPage(
      table,
      { kind: storedContest, listPk: contestsIn(area, state), placeOf: contestPlace },
      page,
    ),
});
