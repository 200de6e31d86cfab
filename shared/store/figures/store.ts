import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';

import { dayPeriod, monthPeriod } from '../../domain/figures/counter.ts';
import type { DaySpan, Scope } from '../../domain/figures/scope.ts';
import { sumOf } from '../../domain/figures/slot.ts';
import { partsOf } from '../../domain/time/day-span.ts';
import type { CivilDate } from '../../domain/time/instant.ts';
import { later } from '../../domain/time/instant.ts';
import type { ChangeDeltas, DayCounts, FigureStore } from '../../port/figures/store.ts';
import { readMany } from '../batch-read.ts';
import { tryWrite } from '../contention.ts';
import { getItem, queryAll } from '../items.ts';
import { keyOf } from '../table.ts';
import type { Attributes, Table } from '../table.ts';
import { addToCounters, countsOfItem } from './counters.ts';
import { appliedKey, counterKey, daySk, figurePk } from './keys.ts';
import { meetMembers, membersOf } from './members.ts';
import { storedApplied } from './schema.ts';

const dayOf = (item: Attributes): CivilDate =>
  (item['sk']?.S ?? '').slice(dayPeriod('' as CivilDate).length) as CivilDate;

const daysOf = async (table: Table, scope: Scope, { from, to }: DaySpan): Promise<DayCounts[]> => {
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':pk': { S: figurePk(scope) },
      ':from': { S: daySk(from) },
      ':to': { S: daySk(to) },
    },
  });
  return items
    .map((item) => ({ day: dayOf(item), counts: countsOfItem(item) }))
    .filter(({ counts }) => Object.keys(counts).length > 0);
};

const periodsOf = (span: DaySpan): readonly string[] => {
  const { months, days } = partsOf(span);
  return [...months.map(monthPeriod), ...days.map(dayPeriod)];
};

const markApplied = async (table: Table, changes: readonly ChangeDeltas[]): Promise<void> => {
  const [first, ...others] = changes.map(({ at }) => at);
  if (first === undefined) return;
  const update = new UpdateItemCommand({
    TableName: table.name,
    Key: keyOf(appliedKey),
    UpdateExpression: 'SET #at = :at, kind = :kind, v = :v',
    ConditionExpression: 'attribute_not_exists(pk) OR #at < :at',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: {
      ':at': { S: others.reduce(later, first) },
      ':kind': { S: storedApplied.name },
      ':v': { N: String(storedApplied.writes) },
    },
  });
  // Refused when another shard is further already.
  await tryWrite(() => table.client.send(update));
};

export const figureStore = (table: Table): FigureStore => ({
  async apply(shard, changes) {
    await meetMembers(
      table,
      changes.flatMap(({ members }) => members),
    );
    await addToCounters(table, shard, changes);
    await markApplied(table, changes);
  },

  days: (scope, span) => daysOf(table, scope, span),

  async sums(scopes, span) {
    const periods = periodsOf(span);
    const keysOf = (scope: Scope) => periods.map((period) => counterKey({ scope, period }));
    const found = await readMany(table, scopes.flatMap(keysOf), { consistent: false });
    return scopes.map((scope) => {
      const items = keysOf(scope).map((key) => found(key));
      const known = items.filter((item) => item !== undefined);
      return { scope, counts: sumOf(known.map((item) => countsOfItem(item))) };
    });
  },

  members: (kind, areas) => membersOf(table, kind, areas),

  appliedUntil: async () => (await getItem(table, storedApplied, appliedKey))?.at,
});
