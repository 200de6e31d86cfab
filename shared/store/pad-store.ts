import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import { areaOfHall } from '../domain/pad.ts';
import type { Pad } from '../domain/pad.ts';
import { toEpoch } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import type { PadStore } from '../port/pad-store.ts';
import { guarded } from './contention.ts';
import { getItem, nextVersion, putNext, wholeList } from './items.ts';
import { enrolmentKey, padKey, padList, padsOf, refusedKey } from './keys.ts';
import { keyOf, toItem } from './table.ts';
import type { Placement, Table } from './table.ts';

interface Enrolment {
  readonly padId: string;
  readonly expiresAt: Instant;
}

const padPlace = (pad: Pad): Placement => ({
  key: padKey(pad.id),
  kind: 'pad',
  list: padList(pad),
});

const putPad = (table: Table, pad: Pad) => ({
  Put: { TableName: table.name, Item: toItem(padPlace(pad), pad), ...nextVersion(pad.version) },
});

const useCode = (table: Table, codeHash: string) => ({
  Delete: {
    TableName: table.name,
    Key: keyOf(enrolmentKey(codeHash)),
    ConditionExpression: 'attribute_exists(pk)',
  },
});

export const padStore = (table: Table): PadStore => ({
  async register(pad, { codeHash, expiresAt }) {
    const place: Placement = {
      key: enrolmentKey(codeHash),
      kind: 'enrolment',
      ttl: Math.ceil(toEpoch(expiresAt) / 1000),
    };
    const code = {
      Put: { TableName: table.name, Item: toItem(place, { padId: pad.id, expiresAt }) },
    };
    await table.client.send(
      new TransactWriteItemsCommand({ TransactItems: [putPad(table, pad), code] }),
    );
  },

  async padOfCode(codeHash, at) {
    const enrolment = await getItem<Enrolment>(table, enrolmentKey(codeHash));
    if (enrolment === undefined || enrolment.expiresAt < at) return undefined;
    return getItem<Pad>(table, padKey(enrolment.padId));
  },

  async save(next, usedCodeHash) {
    if (usedCodeHash === undefined) return putNext(table, padPlace(next), next);
    const write = new TransactWriteItemsCommand({
      TransactItems: [putPad(table, next), useCode(table, usedCodeHash)],
    });
    return (await guarded(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  find: (padId) => getItem<Pad>(table, padKey(padId)),

  inHall: (hall) =>
    wholeList<Pad>(table, { listPk: padsOf(areaOfHall(hall)), beginsWith: `${hall}#` }),

  inArea: (area) => wholeList<Pad>(table, { listPk: padsOf(area) }),

  async keepRefused(refused) {
    const place: Placement = {
      key: refusedKey(refused),
      kind: 'refused_rating',
    };
    await table.client.send(
      new PutItemCommand({ TableName: table.name, Item: toItem(place, refused) }),
    );
  },
});
