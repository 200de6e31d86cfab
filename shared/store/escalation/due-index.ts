import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

import { parseInstant } from '../../domain/time/instant.ts';
import type { DueEntry, DueIndex } from '../../port/escalation/due-index.ts';
import { tryWrite } from '../contention.ts';
import { getItem } from '../items.ts';
import { dueOn } from '../keys.ts';
import { toItem } from '../table.ts';
import type { Attributes, Table } from '../table.ts';
import { sweepCursorKey } from './keys.ts';
import { storedSweepCursor } from './schema.ts';

const kinds: Readonly<Record<string, DueEntry['of']>> = {
  ticket: 'ticket',
  notice_outbox: 'notice',
  delivery: 'notice',
  message: 'message',
};

/** Returns the due entry of an index item. Entries of another stage are not called here. */
const entryOf = (item: Attributes): readonly DueEntry[] => {
  const of = kinds[item['kind']?.S ?? ''];
  if (of === undefined) return [];
  const [, id] = /^[A-Z]+#(.+)$/.exec(item['pk']?.S ?? '') ?? [];
  const at = parseInstant((item['dueSk']?.S ?? '').split('#')[0] ?? '');
  if (id === undefined || at === undefined) throw new Error('a due entry with an unknown format');
  return [{ of, id, at }];
};

/** Sorts after every id, so that the requested moment itself is included. */
const lastId = '~';

export const dueIndex = (table: Table): DueIndex => ({
  async dueOn(day, until, { limit, after } = {}) {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :day AND dueSk <= :until',
        ExpressionAttributeValues: {
          ':day': { S: dueOn(day) },
          ':until': { S: `${until}#${lastId}` },
        },
        ...(limit === undefined ? {} : { Limit: limit }),
        ...(after === undefined ? {} : { ExclusiveStartKey: marshall(after) }),
      }),
    );
    if (Items === undefined) throw new Error('the query returned no list of items');
    const next = LastEvaluatedKey && unmarshall(LastEvaluatedKey);
    return { entries: Items.flatMap(entryOf), next };
  },

  firstUnfinishedDay: async () => (await getItem(table, storedSweepCursor, sweepCursorKey))?.day,

  async advanceCursor(day) {
    const put = new PutItemCommand({
      TableName: table.name,
      Item: toItem({ key: sweepCursorKey, kind: storedSweepCursor }, { day }),
      ConditionExpression: 'attribute_not_exists(pk) OR #day < :day',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ':day': { S: day } },
    });
    // A refusal means that another sweep is further already.
    await tryWrite(() => table.client.send(put));
  },
});
