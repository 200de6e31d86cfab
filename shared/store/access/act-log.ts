import { DeleteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

import { linkAct } from '../../domain/access/act.ts';
import type { Act } from '../../domain/access/act.ts';
import type { ActLog } from '../../port/access/act-log.ts';
import { retry } from '../../retry.ts';
import { sha256 } from '../../rules.ts';
import { pastContention } from '../contention.ts';
import { bodiesOf, examine, misplacedIn, unreadableIn } from '../examine.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putOwn } from '../items.ts';
import { fromItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { storedAct } from './act-schema.ts';
import { actKey, actList, actsIn, actsPk } from './keys.ts';

const placeOf = (act: Act): Placement<Act> => ({
  key: actKey(act.number),
  kind: storedAct,
  list: actList(act),
});

const examineAct = examine(storedAct, placeOf);

const lastAct = async (table: Table): Promise<Act | undefined> => {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: actsPk } },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [last] = Items ?? [];
  return last && fromItem(storedAct, last);
};

/** Few acts happen at one moment; each round one of the writers wins. */
const rounds = {
  tries: 40,
  waitMs: (attempt: number) => Math.min(200, 5 * 2 ** attempt) * Math.random(),
  exhausted: () => new Error('too many administrative acts at one moment'),
};

export const actLog = (table: Table): ActLog => ({
  append: (facts) =>
    retry(async () => {
      const act = linkAct(await lastAct(table), facts, sha256);
      return (await putOwn(table, placeOf(act), act)) ? act : undefined;
    }, rounds),

  async remove({ from, through }) {
    for (let number = from; number <= through; number += 1) {
      const Key = marshall(actKey(number));
      const remove = new DeleteItemCommand({ TableName: table.name, Key });
      await pastContention(() => table.client.send(remove));
    }
  },

  find: (number) => getItem(table, storedAct, actKey(number)),

  ofMonth: (month, page) =>
    itemPage(table, { kind: storedAct, listPk: actsIn(month), placeOf, newestFirst: true }, page),

  async part(from, limit) {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': { S: actsPk }, ':from': { S: actKey(from).sk } },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    const found = Items.map(examineAct);
    return {
      acts: bodiesOf(found),
      unreadable: unreadableIn(found),
      misplaced: misplacedIn(found),
      isLast: Items.length < limit,
    };
  },
});
