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

const recountPlace = ({ year, yearVersion }: Recount): Placement => ({
  key: recountKey(year, yearVersion),
  kind: 'recount',
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
  const isNew = nextVersion(1);
  return [
    {
      place: { key: yearKey(year), kind: 'calendar_year' },
      body: next,
      only: nextVersion(next.version),
    },
    {
      place: { key: historyKey(year, next.version), kind: 'calendar_content' },
      body: next,
      only: isNew,
    },
    { place: recountPlace(recount), body: recount, only: isNew },
  ] as const;
};

export const calendarStore = (table: Table): CalendarStore => ({
  loaded: (year) => getItem<LoadedYear>(table, yearKey(year)),

  history: (year) =>
    wholePart<LoadedYear>(table, { pk: calendarPk, beginsWith: historyPrefix(year) }),

  async load(next) {
    const write = new TransactWriteItemsCommand({
      TransactItems: writesOf(next).map(({ place, body, only }) => ({
        Put: { TableName: table.name, Item: toItem(place, body), ...only },
      })),
    });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  recountOf: (year, yearVersion) => getItem<Recount>(table, recountKey(year, yearVersion)),

  async unfinished() {
    const all = await wholePart<Recount>(table, { pk: calendarPk, beginsWith: recountPrefix });
    return all.filter(({ state }) => state === 'running');
  },

  advance: (next) => putNext(table, recountPlace(next), next),
});
