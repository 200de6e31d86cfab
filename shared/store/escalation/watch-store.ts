import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

import { toEpoch } from '../../domain/time/instant.ts';
import type { WatchStore } from '../../port/escalation/watch-store.ts';
import { tryWrite } from '../contention.ts';
import { putNew, wholePart } from '../items.ts';
import { fromItem, keyOf } from '../table.ts';
import type { Table } from '../table.ts';
import { lateRungKey, lateRungs, resultsOfWatch, watchPk, watchResultKey } from './keys.ts';
import { storedLateRung, storedWatchResult } from './schema.ts';

/** Results are a log, kept for two years; the late rungs themselves are kept permanently. */
const keptForSeconds = 2 * 366 * 24 * 60 * 60;

type RungKey = Parameters<typeof lateRungKey>[0];

const toMissedUpdate = (table: Table, late: RungKey, at: string): UpdateItemCommand =>
  new UpdateItemCommand({
    TableName: table.name,
    Key: keyOf(lateRungKey(late)),
    UpdateExpression: 'SET missedAt = :at',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(missedAt)',
    ExpressionAttributeValues: { ':at': { S: at } },
  });

export const watchStore = (table: Table): WatchStore => ({
  async recordLate(late) {
    const put = await putNew(table, { key: lateRungKey(late), kind: storedLateRung }, late);
    return put.ok ? late : put.existing;
  },

  async markMissed(late, at) {
    // Refused when it was recorded before: the first time stays.
    await tryWrite(() => table.client.send(toMissedUpdate(table, late, at)));
  },

  async missedEver() {
    const rungs = await wholePart(table, storedLateRung, { pk: watchPk, beginsWith: lateRungs });
    return rungs.filter(({ missedAt }) => missedAt !== undefined).length;
  },

  async keep(result) {
    const ttl = Math.ceil(toEpoch(result.at) / 1000) + keptForSeconds;
    // A watch that is delivered twice at one moment found the same.
    await putNew(table, { key: watchResultKey(result.at), kind: storedWatchResult, ttl }, result);
  },

  async latest(limit) {
    const { Items } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :results)',
        ExpressionAttributeValues: { ':pk': { S: watchPk }, ':results': { S: resultsOfWatch } },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (Items ?? []).map((item) => fromItem(storedWatchResult, item));
  },
});
