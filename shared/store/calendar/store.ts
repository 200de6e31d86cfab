import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import type { CalendarStore, LoadedYear, Recount } from '../../port/calendar/store.ts';
import { tryWrite } from '../contention.ts';
import { getItem, nextVersion, putNext, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import {
  calendarPk,
  historyKey,
  historyPrefix,
  recountKey,
  recountPrefix,
  yearKey,
} from './keys.ts';
import { storedRecount, storedYear, storedYearContent } from './schema.ts';

const recountPlace = ({ year, yearVersion }: Recount): Placement<Recount> => ({
  key: recountKey(year, yearVersion),
  kind: storedRecount,
});

const firstRound = ({ calendar, version, at }: LoadedYear): Recount => ({
  year: calendar.year,
  yearVersion: version,
  state: 'running',
  round: 1,
  notBefore: at,
  listsDone: 0,
  queued: 0,
  version: 1,
});

/** Returns the newest content, its entry in the history, and the recount that it causes. */
const writesOf = (next: LoadedYear) => {
  const { year } = next.calendar;
  const recount = firstRound(next);
  const newest = { key: yearKey(year), kind: storedYear };
  const kept = { key: historyKey(year, next.version), kind: storedYearContent };
  const isNew = nextVersion(1);
  return [
    { Item: toItem(newest, next), ...nextVersion(next.version) },
    { Item: toItem(kept, next), ...isNew },
    { Item: toItem(recountPlace(recount), recount), ...isNew },
  ];
};

export const calendarStore = (table: Table): CalendarStore => ({
  loaded: (year) => getItem(table, storedYear, yearKey(year)),

  history: (year) =>
    wholePart(table, storedYearContent, { pk: calendarPk, beginsWith: historyPrefix(year) }),

  async load(next) {
    const write = new TransactWriteItemsCommand({
      TransactItems: writesOf(next).map((put) => ({ Put: { TableName: table.name, ...put } })),
    });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  recountOf: (year, yearVersion) => getItem(table, storedRecount, recountKey(year, yearVersion)),

  async unfinished() {
    const all = await wholePart(table, storedRecount, {
      pk: calendarPk,
      beginsWith: recountPrefix,
    });
    return all.filter(({ state }) => state === 'running');
  },

  advance: (next) => putNext(table, recountPlace(next), next),
});
